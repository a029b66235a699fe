import type { Collection, CollectionSpec, DocumentStore } from '../collection.js';

/** Called before and after every write of a wrapped store; what it throws, the write rejects with. */
export type WriteHook = (step: 'before' | 'after', write: 'save' | 'insertMany' | 'delete') => void;

/**
 * A store that runs every write past a hook: throw before it and nothing is written, throw after it and it is written but the
 * caller never learns. `exclusive` can be changed to try what several processes would do to each other.
 */
export function hookedStore(
  store: DocumentStore,
  hook: WriteHook,
  exclusive = store.exclusive,
): DocumentStore {
  return {
    exclusive,
    collection: async <T extends object>(spec: CollectionSpec) =>
      hooked(await store.collection<T>(spec), hook),
    health: () => store.health(),
    close: () => store.close(),
  };
}

function hooked<T extends object>(collection: Collection<T>, hook: WriteHook): Collection<T> {
  const around = async <R>(write: 'save' | 'insertMany' | 'delete', run: () => Promise<R>): Promise<R> => {
    hook('before', write);
    const result = await run();
    hook('after', write);
    return result;
  };
  return {
    get: (id) => collection.get(id),
    getMany: (ids) => collection.getMany(ids),
    find: (query) => collection.find(query),
    count: (where) => collection.count(where),
    save: (id, version, body) => around('save', () => collection.save(id, version, body)),
    insertMany: (documents) => around('insertMany', () => collection.insertMany(documents)),
    delete: (id, version) => around('delete', () => collection.delete(id, version)),
  };
}
