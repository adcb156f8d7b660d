import { nameOf } from '@meridian/platform/values/name';
import { type CancellationPolicyName, termsOf } from '../../domain/cancellation.ts';
import { invalid, type Refusal } from '../../domain/failures.ts';
import type { Stay } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import { mergeStay, ownerRichness, type ToldFields } from '../../domain/stay-merge.ts';
import { stayProblems } from '../../domain/stay-rules.ts';
import { type ChangeOf, openForChange, type PublishDeps, type UpdateFailure } from './publish-deps.ts';
import { createAmountReader, readNightlyPrice, readTax } from './read-amounts.ts';
import { checkTexts, type RoomTypeInput, readAmenities, readRoomTypes } from './stay-input.ts';
import { storeChange } from './store-change.ts';

/** What changes on a stay; what is absent stays. */
export type UpdateStayRequest = ChangeOf &
  Readonly<{
    title?: string;
    description?: string;
    nightlyPrice?: string;
    cleaningFee?: string;
    taxPercent?: number;
    roomTypes?: readonly RoomTypeInput[];
    amenities?: readonly string[];
    minNights?: number;
    maxNights?: number;
    checkInFrom?: string;
    checkOutUntil?: string;
    cancellationPolicy?: CancellationPolicyName;
    instantBook?: boolean;
  }>;

/** What the owner says outranks every file that was or will be imported. */
function told(problems: Problems, request: UpdateStayRequest, stay: Stay): ToldFields {
  const { nightlyPrice } = request;
  checkTexts(problems, request);
  return {
    title: request.title && nameOf(request.title),
    description: request.description?.trim(),
    basePriceMinor: nightlyPrice === undefined ? undefined : readNightlyPrice(problems, nightlyPrice, stay.currency),
    roomTypes: request.roomTypes && readRoomTypes(problems, request.roomTypes),
    amenities: request.amenities && readAmenities(problems, request.amenities),
    minNights: request.minNights,
    maxNights: request.maxNights,
    checkInFrom: request.checkInFrom,
    checkOutUntil: request.checkOutUntil,
    cancellation: request.cancellationPolicy && termsOf(request.cancellationPolicy),
    instantBook: request.instantBook,
  };
}

function changed(problems: Problems, stay: Stay, request: UpdateStayRequest): Stay {
  const merged = mergeStay(stay, told(problems, request, stay), ownerRichness);
  const read = createAmountReader(problems, stay.currency);
  const { cleaningFee, taxPercent } = request;
  return {
    ...merged,
    // An owner may well take the last amenity away; for a file, an empty list says nothing.
    amenities: request.amenities?.length === 0 ? [] : merged.amenities,
    cleaningFeeMinor: cleaningFee === undefined ? stay.cleaningFeeMinor : read(cleaningFee, 'cleaningFee'),
    taxPerMille: taxPercent === undefined ? stay.taxPerMille : readTax(problems, taxPercent, 'taxPercent'),
  };
}

type Answer = Readonly<{ ok: true; stay: Stay }> | Refusal<UpdateFailure>;

/** Changes a stay of the caller's. */
export const createUpdateStay =
  (deps: PublishDeps) =>
  (request: UpdateStayRequest): Promise<Answer> =>
    deps.store.transaction(async (transaction): Promise<Answer> => {
      const opened = await openForChange(transaction, request, 'STAY');
      if (!opened.ok) return opened;
      const problems = collectProblems('input');
      const after = changed(problems, opened.listing, request);
      problems.add(stayProblems(after));
      if (problems.list().length > 0) return invalid(problems.list());
      const change = { before: opened.listing, after, now: deps.clock.now() };
      return { ok: true, stay: await storeChange(transaction, change) };
    });
