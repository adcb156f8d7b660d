/** CloudEvents 1.0 in JSON, with the extensions that Meridian uses. Source: CloudEvents specification 1.0.2. */
export type CloudEvent<Data = unknown> = Readonly<{
  specversion: '1.0';
  /** Unique for ever; consumers recognise a second delivery by it. */
  id: string;
  /** The service that published it, as `/meridian/<service>`. */
  source: string;
  /** For example `booking.confirmed`. */
  type: string;
  /** When it happened, an instant in ISO 8601, UTC. Rules are evaluated at this time, never at the wall clock. */
  time: string;
  /** The aggregate's id. */
  subject: string;
  datacontenttype: 'application/json';
  /** `<type>/<version>`, for example `booking.confirmed/1`. */
  dataschema: string;
  /** The aggregate's id: order holds per aggregate. */
  partitionkey: string;
  /** The aggregate's version after this event, counted from 1. */
  sequence: number;
  /** W3C trace context of the request that caused it. */
  traceparent?: string;
  /** The id of the event or command that caused it. */
  causationid?: string;
  data: Data;
}>;
