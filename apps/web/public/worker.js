// Shows what a person is told while no page of hers is open, and leads there. It keeps nothing and answers no requests.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  let told;
  try {
    told = event.data.json();
  } catch {
    return;
  }
  const { id, lang, title, body, path } = told;
  event.waitUntil(
    // The same one handed over twice replaces itself.
    self.registration.showNotification(title, { body, lang, tag: id, icon: '/mark.svg', data: { path } }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path ?? '/'));
});

/** In a window that is open already, but not over a call: there a new one opens beside it. */
async function open(path) {
  const address = new URL(path, self.location.origin);
  if (address.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: 'window' });
  const free = windows.find(({ url }) => !new URL(url).pathname.startsWith('/visits/'));
  if (!free) {
    await self.clients.openWindow(address.href);
    return;
  }
  await free.focus();
  await free.navigate(address.href);
}
