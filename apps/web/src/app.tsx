import { MantineProvider } from '@mantine/core';
import { Route, Switch } from 'wouter';
import { AuditPage } from './audit/audit-page.js';
import { DeskPage } from './desk/desk-page.js';
import { HomePage } from './home/home-page.js';
import { NoticesProvider } from './notices/notices.js';
import { PhonePage } from './phone/phone-page.js';
import { Nothing } from './shell/nothing.js';
import { Shell } from './shell/shell.js';
import { theme } from './theme.js';

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <NoticesProvider>
        <Shell>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/phone" component={PhonePage} />
            <Route path="/desk" component={DeskPage} />
            <Route path="/audit" component={AuditPage} />
            <Route>
              <Nothing icon="link" title="There is no such page">
                Choose one of the four above.
              </Nothing>
            </Route>
          </Switch>
        </Shell>
      </NoticesProvider>
    </MantineProvider>
  );
}
