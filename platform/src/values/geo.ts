/** A point on the earth in decimal degrees (WGS 84). */
export type GeoPoint = Readonly<{ latitude: number; longitude: number }>;

/**
 * A rectangle between two parallels and two meridians, edges included. When `west` is greater than `east` it crosses the
 * 180th meridian.
 */
export type BoundingBox = Readonly<{ south: number; west: number; north: number; east: number }>;

/** The mean radius R₁ of the earth in km. Source: IUGG, GRS 80. */
const earthRadiusInKm = 6371.0088;

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;
const inRange = (value: number, limit: number): boolean => value >= -limit && value <= limit;

/** Whether the coordinates exist: latitude within ±90°, longitude within ±180°. */
export const isGeoPoint = (point: GeoPoint): boolean => inRange(point.latitude, 90) && inRange(point.longitude, 180);

/** Whether the corners exist and south is not north of north. */
export const isBoundingBox = (box: BoundingBox): boolean =>
  inRange(box.south, 90) &&
  inRange(box.north, 90) &&
  inRange(box.west, 180) &&
  inRange(box.east, 180) &&
  box.south <= box.north;

/**
 * The area of a box in km² on a sphere. Source: the zone between two parallels, 2πR²·(sin north − sin south), of which the box is
 * as much as its longitudes are of 360°.
 */
export function areaInSquareKm({ south, west, north, east }: BoundingBox): number {
  const degrees = west <= east ? east - west : east - west + 360;
  const height = Math.sin(toRadians(north)) - Math.sin(toRadians(south));
  return toRadians(degrees) * earthRadiusInKm ** 2 * height;
}

/**
 * The great-circle distance in km on a sphere (within 0.6 % of the ellipsoid). Source: the haversine formula, R. W. Sinnott,
 * "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159; exact for near points, where the cosine law loses digits.
 */
export function distanceInKm(from: GeoPoint, to: GeoPoint): number {
  const halfLatitude = Math.sin(toRadians(to.latitude - from.latitude) / 2);
  const halfLongitude = Math.sin(toRadians(to.longitude - from.longitude) / 2);
  const scale = Math.cos(toRadians(from.latitude)) * Math.cos(toRadians(to.latitude));
  const haversine = halfLatitude ** 2 + scale * halfLongitude ** 2;
  // Rounding can lift it a hair above 1 for antipodes, where asin has no answer.
  return 2 * earthRadiusInKm * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

/**
 * The point so many km away on a great circle that begins in a direction, in degrees from north by east. Source: the destination
 * point of spherical trigonometry, Ed Williams, "Aviation Formulary" 1.47, "Lat/lon given radial and distance".
 */
export function pointAt(from: GeoPoint, { km, degrees }: Readonly<{ km: number; degrees: number }>): GeoPoint {
  const [angle, bearing] = [km / earthRadiusInKm, toRadians(degrees)];
  const latitude = toRadians(from.latitude);
  const height = Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(bearing);
  const north = Math.asin(Math.max(-1, Math.min(1, height)));
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(latitude),
    Math.cos(angle) - Math.sin(latitude) * Math.sin(north),
  );
  const longitude = from.longitude + toDegrees(east);
  return { latitude: toDegrees(north), longitude: ((longitude + 540) % 360) - 180 };
}
