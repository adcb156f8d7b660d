import type { Principal } from '@meridian/platform/identity/principal';
import { nameOf } from '@meridian/platform/values/name';
import { isText } from '@meridian/platform/values/validation';
import { type CancellationPolicyName, termsOf } from '../../domain/cancellation.ts';
import { invalid, type Refusal, refuse } from '../../domain/failures.ts';
import { noRatings, type Stay, type StayType } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import { ownerRichness } from '../../domain/stay-merge.ts';
import { stayProblems } from '../../domain/stay-rules.ts';
import { stayPlaces } from '../intake/places-of.ts';
import { checkCountry } from './check-country.ts';
import { checkZone } from './check-place.ts';
import { type CreateFailure, ownPictures, type PublishDeps, type Publisher, publisherOf } from './publish-deps.ts';
import { createAmountReader, readNightlyPrice, readTax } from './read-amounts.ts';
import { checkTexts, type RoomTypeInput, readAmenities, readRoomTypes } from './stay-input.ts';

/** A stay as its owner publishes it. */
export type CreateStayRequest = Readonly<{
  principal: Principal;
  title: string;
  description: string;
  stayType: StayType;
  city: string;
  countryCode: string;
  area?: string;
  neighbourhood?: string;
  latitude: number;
  longitude: number;
  timeZone: string;
  currency: string;
  nightlyPrice: string;
  cleaningFee: string;
  taxPercent: number;
  roomTypes: readonly RoomTypeInput[];
  amenities: readonly string[];
  minNights: number;
  maxNights: number;
  /** `HH:MM`, on the clock of the place. */
  checkInFrom: string;
  /** `HH:MM`, on the clock of the place. */
  checkOutUntil: string;
  cancellationPolicy: CancellationPolicyName;
  instantBook: boolean;
}>;

function checkNames(problems: Problems, request: CreateStayRequest): void {
  checkTexts(problems, request);
  for (const field of ['city', 'area', 'neighbourhood'] as const) {
    const name = request[field];
    const isName = name === undefined || isText(name, { minLength: 1, maxLength: 80 });
    problems.require(isName, field, 'A place has a name of 1 to 80 characters.');
  }
}

type Drafting = Readonly<{ id: string; publisher: Publisher; now: number; problems: Problems }>;

function draftStay(request: CreateStayRequest, { id, publisher, now, problems }: Drafting): Stay {
  checkNames(problems, request);
  const read = createAmountReader(problems, request.currency);
  const { countryCode, latitude, longitude, timeZone, currency } = request;
  const [city, neighbourhood] = [nameOf(request.city), request.neighbourhood && nameOf(request.neighbourhood)];
  return {
    id,
    kind: 'STAY',
    version: 1,
    ownerId: publisher.userId,
    sourceKey: null,
    status: 'PUBLISHED',
    title: nameOf(request.title),
    description: request.description.trim(),
    ...{ city, countryCode, latitude, longitude, timeZone, currency },
    cancellation: termsOf(request.cancellationPolicy),
    instantBook: request.instantBook,
    ratings: noRatings,
    host: null,
    createdAt: now,
    updatedAt: now,
    stayType: request.stayType,
    propertyType: null,
    neighbourhood: neighbourhood ?? null,
    neighbourhoodOverview: null,
    area: request.area ? nameOf(request.area) : (neighbourhood ?? city),
    amenities: readAmenities(problems, request.amenities),
    roomTypes: readRoomTypes(problems, request.roomTypes),
    basePriceMinor: readNightlyPrice(problems, request.nightlyPrice, currency),
    cleaningFeeMinor: read(request.cleaningFee, 'cleaningFee'),
    taxPerMille: readTax(problems, request.taxPercent, 'taxPercent'),
    minNights: request.minNights,
    maxNights: request.maxNights,
    checkInFrom: request.checkInFrom,
    checkOutUntil: request.checkOutUntil,
    subratings: {},
    licence: null,
    richness: { owner: ownerRichness },
    calendar: null,
  };
}

type Answer = Readonly<{ ok: true; stay: Stay }> | Refusal<CreateFailure>;

/** Publishes a stay of the caller's. */
export const createCreateStay =
  (deps: PublishDeps) =>
  async (request: CreateStayRequest): Promise<Answer> => {
    const publisher = publisherOf(request.principal);
    if (!publisher) return refuse({ code: 'NOT_PERMITTED' });
    const problems = collectProblems('input');
    const stay = draftStay(request, { id: deps.ids.next('sty'), publisher, now: deps.clock.now(), problems });
    problems.add(stayProblems(stay));
    checkZone(problems, stay, stay.createdAt);
    checkCountry(problems, stay);
    if (problems.list().length > 0) return invalid(problems.list());
    return deps.store.transaction(async (transaction): Promise<Answer> => {
      await transaction.listings.write([{ listing: stay, isNew: true, pictureSeeds: ownPictures(stay.id) }]);
      await transaction.reference.putPlaces(stayPlaces([stay]));
      return { ok: true, stay };
    });
  };
