import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Socket addresses of the own origin in full: older Safari does not count them as 'self'. */
const sockets = (request: IncomingMessage): string => {
  const host = request.headers.host ?? 'localhost';
  return `ws://${host} wss://${host}`;
};

/** What a browser may do with our pages. The call needs the camera, blobs as media, a worker, and a socket; no more. */
export function securityHeaders(options: { production: boolean }): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // Only what suppresses noise and blurs a room is compiled so; no text is ever run.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Mantine writes its theme into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", sockets],
        mediaSrc: ["'self'", 'blob:', 'mediastream:'],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // On localhost and with a self-made certificate it would lock people out of other programs on the same name.
    strictTransportSecurity: options.production ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  const permissions = [
    'camera=(self)',
    'microphone=(self)',
    'speaker-selection=(self)',
    'display-capture=(self)',
    'autoplay=(self)',
    'fullscreen=(self)',
    'picture-in-picture=(self)',
    'screen-wake-lock=(self)',
    'geolocation=()',
    'payment=()',
    'usb=()',
  ].join(', ');
  return (request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Permissions-Policy', permissions);
    // What is said to one reader is kept by nobody; files of the web build say otherwise for themselves.
    response.setHeader('Cache-Control', 'no-store');
    protect(request, response, next);
  };
}
