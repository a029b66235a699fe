import { CloseButton, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { api } from '../api/endpoints.js';
import type { Article } from '../api/model.js';
import { useNotices } from '../notices/notices.js';
import { Icon } from '../shell/icon.js';
import { Articles } from './packet-parts.js';

/** Looks something up while the caller waits. */
export function KnowledgeSearch() {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Article[]>();
  const { failed } = useNotices();
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (!query.trim()) return setFound(undefined);
    api
      .knowledge(query.trim())
      .then(setFound, (thrown: unknown) => failed(thrown, 'The search did not work'));
  };
  return (
    <form onSubmit={search} role="search">
      <TextInput
        aria-label="Search the knowledge base"
        placeholder="Search the knowledge base, Enter to search"
        leftSection={<Icon name="book" size={16} />}
        rightSection={
          found ? (
            <CloseButton
              aria-label="Close the search"
              onClick={() => {
                setQuery('');
                setFound(undefined);
              }}
            />
          ) : null
        }
        value={query}
        onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        mb={found ? 10 : 0}
        data-testid="knowledge-search"
      />
      {found?.length === 0 ? (
        <Text size="sm" c="dimmed">
          No article matches. Try other words.
        </Text>
      ) : null}
      {found ? <Articles articles={found} /> : null}
    </form>
  );
}
