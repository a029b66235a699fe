import { useCallback, useEffect, useEffectEvent, useReducer, useState } from 'react';
import { api, type Settlement, type TransferWish } from '../api/endpoints.js';
import type { LiveMessage } from '../api/live-message.js';
import { ApiError } from '../api/http.js';
import { useLive } from '../api/use-live.js';
import { newId } from '../phone/use-call.js';
import { useNotices } from '../notices/notices.js';
import { offerGoneText } from './offer-gone-text.js';
import { emptyDesk, withNews, type DeskState } from './desk-state.js';

/** An agent's desk and what they can do at it. Every command answers whether it worked; a failure is already told. */
export interface Desk {
  readonly state: DeskState;
  readonly tenant: string;
  readonly connected: boolean;
  /** True until it is known whether somebody is signed in. */
  readonly loading: boolean;
  signIn(tenant: string, agentId: string): Promise<boolean>;
  signOut(): Promise<boolean>;
  setPresence(presence: string): Promise<boolean>;
  accept(): Promise<boolean>;
  reject(reason: string): Promise<boolean>;
  say(text: string, id: string): Promise<boolean>;
  finish(): Promise<boolean>;
  wrapUp(disposition: string, note: string): Promise<boolean>;
  returnToBot(note: string, slots: Readonly<Record<string, string>>): Promise<boolean>;
  transfer(wish: TransferWish): Promise<boolean>;
  sayInConsult(text: string, id: string): Promise<boolean>;
  settle(outcome: Settlement): Promise<boolean>;
  bookCallback(handoffId: string): Promise<boolean>;
  takeOver(conversationId: string): Promise<boolean>;
}

/** How long after its end an offer may still be on its way out, ms. */
const graceMs = 2000;

export function useDesk(): Desk {
  const [state, learn] = useReducer(withNews, emptyDesk);
  const [tenant, setTenant] = useState('');
  const [loading, setLoading] = useState(true);
  const { failed, tell } = useNotices();

  useEffect(() => {
    api
      .session()
      .then(
        (session) => {
          setTenant(session.tenant);
          learn({ type: 'signed-in', ...session });
        },
        (thrown: unknown) => {
          if (!(thrown instanceof ApiError && thrown.status === 401))
            failed(thrown, 'The desk could not be opened');
        },
      )
      .finally(() => setLoading(false));
  }, [failed]);

  const refresh = useCallback(() => {
    api.handoffs().then(
      (handoffs) => learn({ type: 'queue', handoffs, nowMs: Date.now() }),
      (thrown: unknown) => {
        if (thrown instanceof ApiError && thrown.status === 401) learn({ type: 'signed-out' });
      },
    );
  }, []);
  const onMessage = (message: LiveMessage) => {
    const mine = message.type === 'offer-gone' && state.current?.handoff.handoffId === message.handoffId;
    if (mine && state.current?.handoff.state === 'offered' && message.reason !== 'rejected') {
      tell('The offer is gone', offerGoneText(message.reason));
    }
    learn(message);
  };
  const connected = useLive({ enabled: tenant !== '', onMessage, onOpen: refresh });

  // Should nobody say that an offer ran out, the list does.
  const rings = state.current?.handoff.state === 'offered' ? state.current.handoff.deadlineAtMs : 0;
  useEffect(() => {
    if (rings === 0) return undefined;
    const timer = setTimeout(refresh, Math.max(0, rings - Date.now()) + graceMs);
    return () => clearTimeout(timer);
  }, [rings, refresh]);

  // A call that began before this page was opened: what was said so far comes from the packet.
  const conversationId = state.current?.handoff.conversationId ?? '';
  // Who is rung is known from the call before.
  const known = state.current?.handoff.previousConversationId ?? '';
  const accepted = state.current !== undefined && state.current.handoff.state !== 'offered';
  const lacks = useEffectEvent(() => ({
    packet: state.current?.packet === undefined,
    assist: state.current?.assist === undefined,
  }));
  useEffect(() => {
    if (!conversationId) return;
    const { packet, assist } = lacks();
    if (packet) {
      api.packet(known || conversationId).then(
        (found) => learn({ type: 'past', conversationId, packet: found }),
        (thrown: unknown) => failed(thrown, 'The packet could not be loaded'),
      );
    }
    // Without help the call goes on: the panel fills with the next turn.
    if (accepted && assist) {
      void api.assist(conversationId).then(
        (found) => learn({ type: 'past', conversationId, assist: found }),
        () => undefined,
      );
    }
  }, [conversationId, known, accepted, failed]);

  const attempt = async (title: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (thrown) {
      failed(thrown, title);
      if (thrown instanceof ApiError && thrown.status === 409) refresh();
      if (thrown instanceof ApiError && thrown.status === 401) learn({ type: 'signed-out' });
      return false;
    }
  };
  const handoff = state.current?.handoff;
  return {
    state,
    tenant,
    connected,
    loading,
    signIn: (company, agentId) =>
      attempt('Signing in did not work', async () => {
        const session = await api.signIn(company, agentId);
        const { agent, role } = session;
        learn({ type: 'signed-in', ...session });
        setTenant(company);
        // Whoever sits down is there for callers; a break is a word away.
        if (agent.presence === 'offline' && role !== 'supervisor')
          learn({ type: 'agent', agent: await api.setPresence('available') });
      }),
    signOut: () =>
      attempt('Signing out did not work', async () => {
        // Nobody is rung at a desk where nobody sits.
        if (['available', 'break'].includes(state.agent?.presence ?? '')) await api.setPresence('offline');
        await api.signOut();
        setTenant('');
        learn({ type: 'signed-out' });
      }),
    setPresence: (presence) =>
      attempt('Your presence could not be changed', async () =>
        learn({ type: 'agent', agent: await api.setPresence(presence) }),
      ),
    accept: () =>
      attempt('The call could not be accepted', async () => {
        if (handoff)
          learn({ type: 'answered', handoff: await api.accept(handoff.handoffId, handoff.reservationToken) });
      }),
    reject: (reason) =>
      attempt('The call could not be rejected', async () => {
        if (!handoff) return;
        const { handoffId, reservationToken } = handoff;
        learn({ type: 'answered', handoff: await api.reject(handoffId, reservationToken, reason) });
      }),
    say: (text, id) =>
      attempt('The caller did not hear it', () =>
        api.say(conversationId, text, id, handoff?.leaseToken ?? 0),
      ),
    finish: () =>
      attempt('The call could not be finished', async () => {
        if (handoff) learn({ type: 'answered', handoff: await api.finish(handoff.handoffId) });
      }),
    wrapUp: (disposition, note) =>
      attempt('The write-up could not be saved', async () => {
        if (handoff)
          learn({ type: 'answered', handoff: await api.wrapUp(handoff.handoffId, disposition, note) });
      }),
    returnToBot: (note, slots) =>
      attempt('The caller could not be given back', async () => {
        if (handoff)
          learn({ type: 'answered', handoff: await api.returnToBot(handoff.handoffId, note, slots) });
      }),
    transfer: (wish) =>
      attempt('The transfer could not be begun', async () => {
        if (handoff)
          learn({ type: 'answered', handoff: await api.transfer(handoff.handoffId, wish, newId()) });
      }),
    sayInConsult: (text, id) =>
      attempt('Your colleague did not get it', async () => {
        const consultId = handoff?.transfer?.nextHandoffId ?? handoff?.handoffId;
        if (consultId) await api.sayInConsult(consultId, text, id);
      }),
    settle: (outcome) =>
      attempt('The consult could not be settled', async () => {
        if (handoff)
          learn({ type: 'answered', handoff: await api.settle(handoff.handoffId, outcome, newId()) });
      }),
    bookCallback: (handoffId) =>
      attempt('The callback could not be booked', async () => {
        await api.callback(handoffId);
        refresh();
      }),
    takeOver: (id) =>
      attempt('The caller could not be taken over', async () => void (await api.takeOver(id, newId()))),
  };
}
