/** CloudEvents 1.0 attributes as Kafka headers (Kafka protocol binding §3.2.3), with Baton's extension attributes. */
export const CE = {
  specversion: 'ce_specversion',
  id: 'ce_id',
  type: 'ce_type',
  source: 'ce_source',
  time: 'ce_time',
  subject: 'ce_subject',
  tenantId: 'ce_tenantid',
  correlationId: 'ce_correlationid',
  causationId: 'ce_causationid',
} as const;

/** W3C Trace Context; unprefixed, because that is the name tracing tools look for in a Kafka record. */
export const TRACEPARENT = 'traceparent';

/** CloudEvents `datacontenttype` in binary mode. */
export const CONTENT_TYPE = 'content-type';

/** The only content type Baton writes and reads. */
export const JSON_CONTENT = 'application/json';
