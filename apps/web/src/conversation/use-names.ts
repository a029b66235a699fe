import { useCallback } from 'react';
import { useTenants } from '../api/use-tenants.js';
import type { NameOf } from '../words/describe-event.js';

/** Agent ids to names, of every company that is loaded. */
export function useNames(): NameOf {
  const tenants = useTenants();
  return useCallback(
    (agentId) => {
      if (!agentId) return '';
      for (const { agents } of tenants ?? []) {
        const found = agents.find((agent) => agent.agentId === agentId);
        if (found?.name) return found.name;
      }
      return agentId;
    },
    [tenants],
  );
}
