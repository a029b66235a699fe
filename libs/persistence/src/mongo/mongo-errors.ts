import { BatonError } from '@baton/kernel';
import mongoose from 'mongoose';
import { storeUnavailable } from '../store-errors.js';

const DUPLICATE_KEY = 11_000;
/** BadValue, FailedToParse, TypeMismatch, CannotCreateIndex, IndexOptionsConflict, DocumentValidationFailure, BSONObjectTooLarge. */
const PERMANENT = new Set([2, 9, 14, 67, 85, 86, 121, 10_334]);

/** Whether MongoDB refused a write because a unique index (`_id` included) holds the value already. */
export function isDuplicateKey(thrown: unknown): boolean {
  return thrown instanceof mongoose.mongo.MongoServerError && thrown.code === DUPLICATE_KEY;
}

/** What the driver threw as a `BatonError`: `store-refused` where trying again cannot help, else `store-unavailable`. */
export function mongoError(thrown: unknown): BatonError {
  if (thrown instanceof BatonError) return thrown;
  const { MongoServerError, MongoInvalidArgumentError } = mongoose.mongo;
  const permanent =
    (thrown instanceof MongoServerError && PERMANENT.has(Number(thrown.code))) ||
    thrown instanceof MongoInvalidArgumentError;
  if (permanent) return new BatonError('store-refused', 'MongoDB refused the operation.', { cause: thrown });
  return storeUnavailable('MongoDB cannot be reached or did not take the operation.', thrown);
}
