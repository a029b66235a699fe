import { useEffect, useState } from 'react';
import { useNotices } from '../notices/notices.js';
import { api } from './endpoints.js';
import type { Tenant } from './model.js';

let loaded: readonly Tenant[] | undefined;

/** The companies whose packs are loaded; undefined until they are known. Asked once a page load. */
export function useTenants(): readonly Tenant[] | undefined {
  const [tenants, setTenants] = useState(loaded);
  const { failed } = useNotices();
  useEffect(() => {
    if (loaded) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      api.tenants().then(
        (answer) => {
          loaded = answer;
          if (!gone) setTenants(answer);
        },
        (thrown: unknown) => {
          if (gone) return;
          failed(thrown, 'The companies could not be loaded');
          timer = setTimeout(load, 3000);
        },
      );
    };
    load();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [failed]);
  return tenants;
}
