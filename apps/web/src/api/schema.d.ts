/* Written by `npm run openapi` from docs/openapi.json. */
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.alive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["Session.session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["Session.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take another token in the place of this one */
        post: operations["Session.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every session of this person, on all her devices */
        post: operations["Session.signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the language of all sentences */
        put: operations["Session.language"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first page of a patient */
        get: operations["Pages.home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The day of staff */
        get: operations["Pages.today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/unsigned-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes that a physician has still to write or to sign */
        get: operations["Pages.unsigned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/visits/{visitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One visit, before, during and after it */
        get: operations["Pages.visit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Patients of an institution by what keeps their care from going on */
        get: operations["Pages.board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/cases/{episodeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one treatment */
        get: operations["Pages.case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/booking/{episodeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is needed to book or move a visit */
        get: operations["Pages.booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The visits that an interpreter is asked for */
        get: operations["Pages.jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/my-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All visits of a patient */
        get: operations["Pages.myVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the code that the terminal shows */
        post: operations["Demo.code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become one of the made-up people */
        post: operations["Demo.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The visit that waits now and its people */
        get: operations["Demo.stage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a link sent to come in by */
        post: operations["SignIn.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link is, without using it */
        post: operations["Links.look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come in by a link */
        post: operations["Links.redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a code sent, to come in by a visit link on another device */
        post: operations["Links.code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come in by a visit link and the code of a mail */
        post: operations["Links.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a hospital; whoever names it is its first administrator */
        post: operations["Institutions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/institutions/{institutionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mend what is known of a hospital */
        put: operations["Institutions.update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/people/{institutionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works at a hospital, and who was asked to */
        get: operations["Institutions.people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/institutions/{institutionId}/people/{personId}/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End what somebody is at a hospital */
        delete: operations["Institutions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask somebody to work at a hospital */
        post: operations["Invitations.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitationId}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to somebody once more */
        post: operations["Invitations.again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["Invitations.withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a patient with what she was treated for */
        post: operations["Patients.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mend what is on file of a patient */
        put: operations["Patients.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to a patient, so that she can come in */
        post: operations["Patients.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two records are one person, or that they are two people */
        post: operations["Patients.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What she has chosen, and where she is signed in */
        get: operations["Me.settings"];
        /** Choose language, clock, reminders, ways, names */
        put: operations["Me.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how one’s name is written, once */
        post: operations["Me.welcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out on one of one’s devices */
        delete: operations["Me.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a time means on all clocks, and whom it collides with */
        post: operations["Booking.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a visit */
        post: operations["Booking.book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book visits at the same time every so many weeks: all of them, or none */
        post: operations["Booking.bookSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/series/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What each date of a series means on all clocks, and whom it collides with */
        post: operations["Booking.previewSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a visit at another time */
        post: operations["Booking.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a visit off */
        post: operations["Booking.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one will be there */
        post: operations["Booking.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one cannot be there */
        post: operations["Booking.decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody more a seat */
        post: operations["Booking.addGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/seats/{seatId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a seat back */
        delete: operations["Booking.withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed a visit, when and why */
        get: operations["Booking.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what became of a visit, where the rule does not know */
        put: operations["Booking.outcome"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a time for some minutes */
        post: operations["Holds.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give a held time back */
        delete: operations["Holds.release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask interpreters, one after the other */
        post: operations["Asks.ask"];
        /** Take the question to interpreters back */
        delete: operations["Asks.takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/asks/{askId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether one will interpret */
        post: operations["Asks.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/messages/{messageId}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail again that did not arrive */
        post: operations["Mails.again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a file; its pieces follow */
        post: operations["Files.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file; one range of them where it is asked for */
        get: operations["Files.content"];
        /** Send the next piece of a file */
        put: operations["Files.send"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file, without its bytes */
        get: operations["Files.file"];
        put?: never;
        post?: never;
        /** Take a file out of its visit */
        delete: operations["Files.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what is written of a note */
        put: operations["Notes.keep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/note/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign what is kept; from then on the patient may read it */
        post: operations["Notes.sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/note/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a version was read */
        post: operations["Notes.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/record/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a record; the same file twice is one */
        post: operations["Record.bring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/record/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a file that was brought */
        get: operations["Record.report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/record/imports/{importId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file that was brought, as they came */
        get: operations["Record.original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/record/attachments/{resourceId}/{at}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper or a picture that lies in a record */
        get: operations["Record.attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/record/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of a record as one document */
        get: operations["Record.take"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a patient */
        get: operations["RecordsPages.files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/episodes/{episodeId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a case */
        get: operations["RecordsPages.ofEpisode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/records/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of a patient */
        get: operations["RecordsPages.record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/visits/{visitId}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The note of a visit */
        get: operations["RecordsPages.note"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a file of a record; its pieces follow */
        post: operations["Uploads.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/uploads/{uploadId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file of a record as they came; one range of them where it is asked for */
        get: operations["Uploads.content"];
        /** Send the next piece of a file of a record */
        put: operations["Uploads.send"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file of a record, without its bytes */
        get: operations["Uploads.upload"];
        put?: never;
        post?: never;
        /** Give up a file that is still coming */
        delete: operations["Uploads.giveUp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/brings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was brought into a record */
        get: operations["Uploads.brings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/brings/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of files that came together */
        get: operations["Uploads.bring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/imaging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pictures of a patient */
        get: operations["Imaging.studies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/imaging/series/{seriesId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A series of pictures */
        get: operations["Imaging.series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/imaging/series/{seriesId}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A small picture of a series */
        get: operations["Imaging.thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/imaging/instances/{instanceId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a picture as they came; one range of them where it is asked for */
        get: operations["Imaging.content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/imaging/instances/{instanceId}/deidentified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of a picture tells whose it is, and what would become of it */
        get: operations["Imaging.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/imaging/instances/{instanceId}/deidentified/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture without what tells whose it is */
        get: operations["Imaging.handOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/records/{personId}/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page about a patient for the consult */
        get: operations["Reading.brief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/records/{personId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A record by its dates */
        get: operations["Reading.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/records/{personId}/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was measured, each kind in one unit */
        get: operations["Reading.trends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the patient wants to ask */
        get: operations["Questions.read"];
        put?: never;
        /** Write a question */
        post: operations["Questions.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/questions/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say it in other words */
        put: operations["Questions.rewrite"];
        post?: never;
        /** Take a question back */
        delete: operations["Questions.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/questions/{questionId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put it elsewhere in the list */
        put: operations["Questions.place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/questions/{questionId}/answered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether it has been answered */
        put: operations["Questions.answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/episodes/{episodeId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of a case */
        get: operations["Threads.page"];
        put?: never;
        /** Write to everybody of the thread */
        post: operations["Threads.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/episodes/{episodeId}/messages/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how far the thread was read */
        post: operations["Threads.seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written in a visit */
        get: operations["Chat.page"];
        put?: never;
        /** Write to everybody in the room, or to those who wait */
        post: operations["Chat.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the visit begins later */
        post: operations["Wait.late"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put those who wait in an order */
        put: operations["Wait.order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in who waits, from any page */
        post: operations["Wait.admit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the links of a visit were */
        get: operations["Quality.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/callback/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody was rung who waited for it */
        post: operations["Quality.done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/availability/{resourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When somebody or something can be had */
        get: operations["Availability.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/availability/{resourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say when somebody or something can be had */
        put: operations["Availability.write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a room or a device */
        post: operations["Availability.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things/{thingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a room or a device out of use */
        delete: operations["Availability.retire"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find times for several people at once, the best first */
        post: operations["Slots.find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slots/strips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The days of several people beside each other, each on her own clock */
        post: operations["Slots.strips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/episodes/{episodeId}/my-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Times among which a patient may choose for herself */
        post: operations["Slots.own"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits ahead by what keeps them from being ready, and the next thing to do */
        get: operations["Ready.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what has to be done before a visit */
        post: operations["Tasks.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{taskId}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a task is done */
        post: operations["Tasks.done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{taskId}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a task need not be done, and why */
        post: operations["Tasks.waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/episodes/{episodeId}/allowance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how many visits a patient may book for herself, with whom and when */
        put: operations["Self.allow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/times/{episodeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Times among which a patient may choose for her next visit */
        get: operations["Self.times"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/episodes/{episodeId}/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book one of the times that a patient may choose from */
        post: operations["Self.book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/visits/{visitId}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Times to which a patient may put a visit of hers */
        get: operations["Self.moveTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visitId}/move-self": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put one’s own visit at another of the times that are offered */
        post: operations["Self.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who waits for a time to become free */
        get: operations["Waitlist.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/episodes/{episodeId}/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a patient on the list of those who wait for a physician’s time */
        post: operations["Waitlist.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist/{waitlistId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a patient off the list */
        delete: operations["Waitlist.leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist/{waitlistId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the time that is kept, or wait on */
        post: operations["Waitlist.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits whose time on somebody’s clock is not the promised one any more */
        get: operations["Clocks.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clocks/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the time on the patient’s clock, or the moment */
        post: operations["Clocks.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of visits: by week, by how long before they were booked, by hour, by reminder */
        get: operations["Statistics.statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/looked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has looked at the record of the reader */
        get: operations["Looked.looked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the ledger has of a patient, as FHIR AuditEvents */
        get: operations["Looked.audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/everything": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about her, as an archive that other systems read */
        get: operations["Everything.take"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/institutions/{institutionId}/glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the record of a patient of the own hospital in an emergency */
        post: operations["Glass.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/glass/{institutionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Emergencies of a hospital */
        get: operations["Glass.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/glass/{glassId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether an emergency was in order */
        post: operations["Glass.review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may see what of the own record */
        get: operations["Sharing.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that one has said about the own record, as FHIR */
        get: operations["Sharing.taken"];
        put?: never;
        /** Say what somebody may see of the own record, in place of what was said before */
        post: operations["Sharing.state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/shares/{shareId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what was said about somebody */
        delete: operations["Sharing.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/share-asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a patient to share more of her record */
        post: operations["Sharing.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/health-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own links, and who came by them */
        get: operations["HealthLinks.list"];
        put?: never;
        /** Make a link for somebody outside of this house */
        post: operations["HealthLinks.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/health-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One link, to be handed on again */
        get: operations["HealthLinks.shown"];
        put?: never;
        post?: never;
        /** End a link */
        delete: operations["HealthLinks.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{personId}/record/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a record by a SMART Health Link */
        post: operations["ForeignLink.bring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shl/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a SMART Health Link that is read directly */
        get: operations["Shl.direct"];
        put?: never;
        /** The manifest of a SMART Health Link */
        post: operations["Shl.manifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shl/files/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a manifest, once and not for long */
        get: operations["Shl.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shl/files/{token}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document or pictures behind a link, as they are */
        get: operations["Shl.content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shl/{token}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link of this house opens, in words */
        post: operations["Shl.view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Her calendars elsewhere, and how reading them goes */
        get: operations["Calendars.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a calendar elsewhere; it is read at once */
        post: operations["Calendars.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendars/{linkId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read one of them now */
        post: operations["Calendars.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendars/{linkId}/writes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether her visits are written into it */
        put: operations["Calendars.setWrites"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendars/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one of them away */
        delete: operations["Calendars.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an address under which a calendar program reads her visits, in place of the one before */
        post: operations["Feeds.make"];
        /** End that address */
        delete: operations["Feeds.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Her visits as an iCalendar file */
        get: operations["Feeds.feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What she was told, and how much of it she has not read */
        get: operations["Inbox.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/inbox/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which of them she has read */
        post: operations["Inbox.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let this browser show what she is told */
        post: operations["Push.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/push/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it show nothing any more */
        post: operations["Push.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of a short message */
        post: operations["Receipts.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest mails */
        get: operations["Mailbox.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/mailbox/{mailId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail, as its reader sees it */
        get: operations["Mailbox.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest short messages */
        get: operations["Outbox.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What is wrong with one member of a body.
         * @example {
         *       "path": "birthDate",
         *       "code": "birth_date_future",
         *       "message": "This date has not come yet."
         *     }
         */
        FieldProblem: {
            path: string;
            code: string;
            message: string;
        };
        /**
         * @description Somebody who has another visit at that time; or a room or device that is taken, by its id and name.
         * @example {
         *       "personId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "name": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       }
         *     }
         */
        Conflict: {
            /** Format: uuid */
            personId: string;
            name: components["schemas"]["PersonName"];
        };
        /**
         * @description A person as this reader reads and says her name.
         * @example {
         *       "display": "Dr. Sato Kenji",
         *       "bare": "Sato Kenji",
         *       "original": "佐藤 健司",
         *       "originalLang": "ja"
         *     }
         */
        PersonName: {
            display: string;
            bare: string;
            original: string | null;
            originalLang: string;
        };
        /**
         * @description The nearest time at which everybody is free, by day on both sides.
         * @example {
         *       "date": "2026-11-24",
         *       "time": "19:30",
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       }
         *     }
         */
        FreeTime: {
            date: string;
            time: string;
            when: components["schemas"]["When"];
        };
        /**
         * @description A time in words, on the clocks of both sides.
         * @example {
         *       "startsAt": "2026-11-25T00:00:00Z",
         *       "endsAt": "2026-11-25T00:30:00Z",
         *       "minutes": 30,
         *       "yours": {
         *         "place": "Toronto",
         *         "zone": "America/Toronto",
         *         "zoneName": "Eastern Standard Time",
         *         "date": "Tuesday, November 24",
         *         "time": "7:00 p.m."
         *       },
         *       "theirs": {
         *         "place": "Osaka",
         *         "zone": "Asia/Tokyo",
         *         "zoneName": "Japan Standard Time",
         *         "date": "Wednesday, November 25",
         *         "time": "9:00 a.m."
         *       },
         *       "relative": "in 2 days",
         *       "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *     }
         */
        When: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            minutes: number;
            yours: components["schemas"]["Clock"];
            theirs: components["schemas"]["Clock"] | null;
            relative: string;
            sentence: string;
        };
        /**
         * @description What a clock at a place shows.
         * @example {
         *       "place": "Toronto",
         *       "zone": "America/Toronto",
         *       "zoneName": "Eastern Standard Time",
         *       "date": "Tuesday, November 24",
         *       "time": "7:00 p.m."
         *     }
         */
        Clock: {
            place: string;
            zone: string;
            zoneName: string;
            date: string;
            time: string;
        };
        /**
         * @description One date of a series on which somebody has something else.
         * @example {
         *       "date": "2026-12-22",
         *       "conflicts": [],
         *       "alternatives": []
         *     }
         */
        SeriesConflict: {
            date: string;
            conflicts: components["schemas"]["Conflict"][];
            alternatives: components["schemas"]["FreeTime"][];
        };
        /**
         * @description A patient of these institutions who may be the same person.
         * @example {
         *       "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *       "name": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "birthDate": "1958-03-14",
         *       "place": "Toronto",
         *       "why": [
         *         "name",
         *         "phone"
         *       ]
         *     }
         */
        Duplicate: {
            /** Format: uuid */
            personId: string;
            name: components["schemas"]["PersonName"];
            birthDate: string | null;
            place: string;
            why: ("name" | "kana" | "email" | "phone")[];
        };
        /**
         * @description What went wrong (RFC 9457), with a stable code and a sentence in the reader’s language.
         * @example {
         *       "type": "urn:okaeri:error:fields_invalid",
         *       "title": "Please look at the marked fields once more.",
         *       "status": 422,
         *       "code": "fields_invalid",
         *       "requestId": "7d1f2c3b-5a64-4c58-8e0f-2a9d6b7c8e1f",
         *       "fields": [
         *         {
         *           "path": "birthDate",
         *           "code": "birth_date_future",
         *           "message": "This date has not come yet."
         *         }
         *       ]
         *     }
         * @example {
         *       "type": "urn:okaeri:error:fields_invalid",
         *       "title": "Please look at the marked fields once more.",
         *       "status": 422,
         *       "code": "fields_invalid",
         *       "requestId": "7d1f2c3b-5a64-4c58-8e0f-2a9d6b7c8e1f",
         *       "fields": [
         *         {
         *           "path": "birthDate",
         *           "code": "birth_date_future",
         *           "message": "This date has not come yet."
         *         }
         *       ]
         *     }
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            requestId: string;
            fields?: components["schemas"]["FieldProblem"][];
            conflicts?: components["schemas"]["Conflict"][];
            free?: components["schemas"]["FreeTime"] | null;
            alternatives?: components["schemas"]["FreeTime"][];
            dates?: components["schemas"]["SeriesConflict"][];
            duplicates?: components["schemas"]["Duplicate"][];
            offset?: number;
            remainingAttempts?: number;
            version?: number;
            when?: components["schemas"]["When"];
        };
        /**
         * @description The language of the reader.
         * @example {
         *       "language": "ja"
         *     }
         * @example {
         *       "language": "ja"
         *     }
         */
        LanguageChoice: {
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
        };
        /**
         * @description What keeps a patient’s care from going on.
         * @example no_visit
         * @enum {string}
         */
        Blocker: "unanswered_invitation" | "mail_bounced" | "not_received" | "clock_changed" | "no_visit" | "not_confirmed" | "interpreter_missing" | "note_open";
        /**
         * @description The code on the screen.
         * @example {
         *       "code": "K7M2QX"
         *     }
         * @example {
         *       "code": "K7M2QX"
         *     }
         */
        LanCode: {
            code: string;
        };
        /**
         * @description Whom to sign in as.
         * @example {
         *       "persona": "emily"
         *     }
         * @example {
         *       "persona": "emily"
         *     }
         */
        DemoSignIn: {
            /** @default null */
            persona: string | null;
        };
        /**
         * @description The address of somebody who wants a link to come in by. The answer is the same for every address.
         * @example {
         *       "email": "emily@home.example"
         *     }
         */
        SignInAsk: {
            email: string;
        };
        /**
         * @example {
         *       "token": "v.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         *     }
         * @example {
         *       "token": "v.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         *     }
         */
        LinkAsk: {
            token: string;
        };
        /**
         * @description Comes in by a link. `language` is kept for who has not chosen one yet.
         * @example {
         *       "token": "v.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
         *       "language": "en"
         *     }
         * @example {
         *       "token": "v.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
         *       "language": "en"
         *     }
         */
        LinkRedeem: {
            token: string;
            /** @enum {string} */
            language?: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
        };
        /**
         * @description Asks for a code to the own address of the person whose visit link it is.
         * @example {
         *       "token": "v.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         *     }
         * @example {
         *       "token": "v.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         *     }
         */
        CodeAsk: {
            token: string;
        };
        /**
         * @description The code of that mail: this device is let in too.
         * @example {
         *       "token": "v.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
         *       "code": "402 913"
         *     }
         */
        CodeConfirm: {
            token: string;
            code: string;
        };
        /**
         * @description A hospital, as its administrator names it.
         * @example {
         *       "name": "Okaeri Osaka Hospital",
         *       "city": "Osaka",
         *       "country": "JP",
         *       "zone": "Asia/Tokyo",
         *       "phone": "+81 6-0000-0100"
         *     }
         */
        InstitutionForm: {
            name: string;
            city: string;
            country: string;
            zone: string;
            phone: string;
            email?: string | null;
        };
        /**
         * @description Somebody who is asked to work at an institution with Okaeri.
         * @example {
         *       "institutionId": "7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6",
         *       "role": "interpreter",
         *       "email": "mori@hospital.example",
         *       "name": "森 由紀",
         *       "nameLatin": "Mori Yuki",
         *       "nameKana": "もり ゆき",
         *       "language": "ja",
         *       "zone": "Asia/Tokyo",
         *       "languages": [
         *         "ja",
         *         "en"
         *       ]
         *     }
         */
        StaffInvitation: {
            /** Format: uuid */
            institutionId: string;
            /** @enum {string} */
            role: "physician" | "coordinator" | "interpreter" | "administrator";
            email: string;
            name: string;
            nameLatin: string;
            nameKana?: string | null;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            zone: string;
            /** @default [] */
            languages: string[];
            licence?: string | null;
            licenceCountry?: string | null;
        };
        /**
         * @description A patient and what she was treated for. Who may be registered already is offered first.
         * @example {
         *       "name": "Emily Tremblay",
         *       "nameLatin": "Emily Tremblay",
         *       "nameKana": "エミリー・トレンブレー",
         *       "birthDate": "1958-03-14",
         *       "sex": "female",
         *       "place": "Toronto",
         *       "country": "CA",
         *       "zone": "America/Toronto",
         *       "language": "en",
         *       "email": "emily@home.example",
         *       "phone": "+1 416-555-0142",
         *       "episode": {
         *         "institutionId": "7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6",
         *         "title": "Proton therapy of the liver",
         *         "team": [
         *           "1f0e9d8c-7b6a-4958-8776-655443322110"
         *         ]
         *       },
         *       "invite": true,
         *       "decision": null
         *     }
         */
        PatientForm: {
            name: string;
            nameLatin: string;
            nameKana?: string | null;
            /** Format: date */
            birthDate: string;
            /**
             * @default unknown
             * @enum {string}
             */
            sex: "female" | "male" | "other" | "unknown";
            place: string;
            country: string;
            zone: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            email?: string | null;
            phone: string;
            episode: {
                /** Format: uuid */
                institutionId: string;
                title: string;
                treatment?: string | null;
                treatedFrom?: string | null;
                treatedTo?: string | null;
                team: string[];
            };
            invite: boolean;
            /** @default null */
            decision: ({
                /** @enum {string} */
                kind: "same";
                /** Format: uuid */
                personId: string;
            } | {
                /** @enum {string} */
                kind: "different";
                personIds: string[];
            }) | null;
        };
        /**
         * @description A patient’s details, mended.
         * @example {
         *       "name": "Emily Tremblay",
         *       "nameLatin": "Emily Tremblay",
         *       "nameKana": "エミリー・トレンブレー",
         *       "birthDate": "1958-03-14",
         *       "sex": "female",
         *       "place": "Toronto",
         *       "country": "CA",
         *       "zone": "America/Toronto",
         *       "language": "en",
         *       "email": "emily@home.example",
         *       "phone": "+1 416-555-0142",
         *       "version": 2
         *     }
         */
        PatientChange: {
            name: string;
            nameLatin: string;
            nameKana?: string | null;
            /** Format: date */
            birthDate: string;
            /**
             * @default unknown
             * @enum {string}
             */
            sex: "female" | "male" | "other" | "unknown";
            place: string;
            country: string;
            zone: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            email?: string | null;
            phone: string;
            version: number;
        };
        /**
         * @description Two records are one person, and the second is kept; or they are two people, and are never offered again.
         * @example {
         *       "into": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *       "reason": "Registered twice, once under the name before her marriage."
         *     }
         * @example {
         *       "into": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *       "reason": "Registered twice, once under the name before her marriage."
         *     }
         */
        MergeForm: {
            /** Format: uuid */
            into: string;
            reason: string;
        } | {
            /** Format: uuid */
            different: string;
        };
        /**
         * @description When nothing wakes her that can wait.
         * @example {
         *       "from": "22:00",
         *       "to": "07:00"
         *     }
         */
        QuietHours: {
            from: string;
            to: string;
        };
        /**
         * @description What a person chooses for herself; what is left out stays.
         * @example {
         *       "language": "en",
         *       "zone": "America/Toronto",
         *       "reminders": [
         *         1440,
         *         10
         *       ]
         *     }
         */
        SettingsForm: {
            name?: string;
            nameLatin?: string;
            nameKana?: string | null;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            zone: string;
            reminders: (1440 | 60 | 10)[];
            quiet?: components["schemas"]["QuietHours"] | null;
            channels?: ("email" | "sms" | "push" | "app")[];
            phone?: string | null;
        };
        /**
         * @description How a person writes her name, and the language and clock she lives by.
         * @example {
         *       "name": "佐藤 健司",
         *       "nameLatin": "Sato Kenji",
         *       "nameKana": "さとう けんじ",
         *       "language": "ja",
         *       "zone": "Asia/Tokyo"
         *     }
         */
        WelcomeForm: {
            name: string;
            nameLatin: string;
            nameKana?: string | null;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            zone: string;
        };
        /**
         * @description A time that somebody thinks of booking.
         * @example {
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "personIds": [
         *         "1f0e9d8c-7b6a-4958-8776-655443322110"
         *       ]
         *     }
         * @example {
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "personIds": [
         *         "1f0e9d8c-7b6a-4958-8776-655443322110"
         *       ]
         *     }
         */
        BookingPreview: {
            /** Format: date */
            date: string;
            time: string;
            zone: string;
            minutes: number;
            /** @enum {string} */
            repeated?: "earlier" | "later";
            /** Format: uuid */
            episodeId: string;
            personIds: string[];
            /** @default true */
            withPatient: boolean;
            /** @default [] */
            thingIds: string[];
            /** Format: uuid */
            visitId?: string;
        };
        /**
         * @description Somebody whom the patient wants at her side.
         * @example {
         *       "name": "Dr. Anne Roy",
         *       "email": "anne.roy@clinic.example",
         *       "language": "fr",
         *       "relation": "home_physician"
         *     }
         */
        GuestForm: {
            name: string;
            nameLatin?: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            /** @enum {string} */
            relation: "family" | "home_physician" | "specialist";
            zone?: string;
        };
        /**
         * @description Whom to ask to interpret, in which order.
         * @example {
         *       "personIds": [
         *         "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9"
         *       ],
         *       "languages": [
         *         "ja",
         *         "en"
         *       ],
         *       "minutes": 240
         *     }
         */
        AskForm: {
            personIds: string[];
            languages: (string)[];
            /** @default 240 */
            minutes: number;
        };
        /**
         * @description A visit to be booked; its time is a wall time in the zone that was chosen.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "kind": "visit",
         *       "withPatient": true,
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "physicianIds": [],
         *       "interpreter": {
         *         "personId": "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9",
         *         "languages": [
         *           "ja",
         *           "en"
         *         ]
         *       },
         *       "guests": [],
         *       "purpose": "Please have your last three blood tests at hand.",
         *       "ask": null,
         *       "thingIds": []
         *     }
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "kind": "visit",
         *       "withPatient": true,
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "physicianIds": [],
         *       "interpreter": {
         *         "personId": "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9",
         *         "languages": [
         *           "ja",
         *           "en"
         *         ]
         *       },
         *       "guests": [],
         *       "purpose": "Please have your last three blood tests at hand.",
         *       "ask": null,
         *       "thingIds": []
         *     }
         */
        BookingForm: {
            /** Format: uuid */
            episodeId: string;
            /** Format: date */
            date: string;
            time: string;
            zone: string;
            minutes: number;
            /** @enum {string} */
            repeated?: "earlier" | "later";
            /**
             * @default visit
             * @enum {string}
             */
            kind: "visit" | "conference";
            /** @default true */
            withPatient: boolean;
            /** Format: uuid */
            physicianId: string;
            /** @default [] */
            physicianIds: string[];
            interpreter: {
                /** Format: uuid */
                personId: string;
                languages: (string)[];
            } | null;
            /** @default [] */
            guests: components["schemas"]["GuestForm"][];
            purpose?: string;
            /** @default null */
            ask: components["schemas"]["AskForm"] | null;
            /** @default [] */
            thingIds: string[];
            /** Format: uuid */
            holdVisitId?: string;
        };
        /**
         * @description Visits at the same time every so many weeks: all of them, or none.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "kind": "visit",
         *       "withPatient": true,
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "physicianIds": [],
         *       "interpreter": {
         *         "personId": "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9",
         *         "languages": [
         *           "ja",
         *           "en"
         *         ]
         *       },
         *       "guests": [],
         *       "ask": null,
         *       "thingIds": [],
         *       "everyWeeks": 4,
         *       "times": 6,
         *       "keeps": "patient",
         *       "skip": [
         *         "2027-01-01"
         *       ],
         *       "swaps": []
         *     }
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "kind": "visit",
         *       "withPatient": true,
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "physicianIds": [],
         *       "interpreter": {
         *         "personId": "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9",
         *         "languages": [
         *           "ja",
         *           "en"
         *         ]
         *       },
         *       "guests": [],
         *       "ask": null,
         *       "thingIds": [],
         *       "everyWeeks": 4,
         *       "times": 6,
         *       "keeps": "patient",
         *       "skip": [
         *         "2027-01-01"
         *       ],
         *       "swaps": []
         *     }
         */
        SeriesForm: {
            /** Format: uuid */
            episodeId: string;
            /** Format: date */
            date: string;
            time: string;
            zone: string;
            minutes: number;
            /** @enum {string} */
            repeated?: "earlier" | "later";
            /**
             * @default visit
             * @enum {string}
             */
            kind: "visit" | "conference";
            /** @default true */
            withPatient: boolean;
            /** Format: uuid */
            physicianId: string;
            /** @default [] */
            physicianIds: string[];
            interpreter: {
                /** Format: uuid */
                personId: string;
                languages: (string)[];
            } | null;
            /** @default [] */
            guests: components["schemas"]["GuestForm"][];
            purpose?: string;
            /** @default null */
            ask: components["schemas"]["AskForm"] | null;
            /** @default [] */
            thingIds: string[];
            /** Format: uuid */
            holdVisitId?: string;
            everyWeeks: number;
            times: number;
            /** @enum {string} */
            keeps: "patient" | "institution";
            /** @default [] */
            skip: string[];
            /** @default [] */
            swaps: {
                /** Format: date */
                date: string;
                /** Format: date-time */
                startsAt: string;
            }[];
        };
        /**
         * @description A new time for a visit, and why. `version` is the one that the page shows.
         * @example {
         *       "date": "2026-11-24",
         *       "time": "20:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "reason": "The operating list of the day is longer.",
         *       "version": 3
         *     }
         * @example {
         *       "date": "2026-11-24",
         *       "time": "20:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "reason": "The operating list of the day is longer.",
         *       "version": 3
         *     }
         */
        MoveForm: {
            /** Format: date */
            date: string;
            time: string;
            zone: string;
            minutes?: number;
            /** @enum {string} */
            repeated?: "earlier" | "later";
            reason: string;
            version: number;
        };
        /**
         * @description Why a visit is called off.
         * @example {
         *       "reason": "She has a fever and prefers to wait a week.",
         *       "version": 3
         *     }
         * @example {
         *       "reason": "She has a fever and prefers to wait a week.",
         *       "version": 3
         *     }
         */
        CancelForm: {
            reason: string;
            version?: number;
        };
        /**
         * @description That the reader cannot be there.
         * @example {
         *       "reason": "I have surgery that day."
         *     }
         * @example {
         *       "reason": "I have surgery that day."
         *     }
         */
        DeclineForm: {
            reason?: string;
        };
        /**
         * @description What became of a visit, by somebody who knows better than the rule.
         * @example {
         *       "outcome": "fulfilled",
         *       "reason": "They spoke by telephone."
         *     }
         * @example {
         *       "outcome": "fulfilled",
         *       "reason": "They spoke by telephone."
         *     }
         */
        OutcomeForm: {
            /** @enum {string} */
            outcome: "fulfilled" | "late" | "noshow" | "technical" | "cancelled";
            reason: string;
        };
        /**
         * @description A time that is kept for some minutes while somebody makes sure of it.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "interpreterIds": [
         *         "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9"
         *       ],
         *       "thingIds": [],
         *       "guests": []
         *     }
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "date": "2026-11-24",
         *       "time": "19:00",
         *       "zone": "America/Toronto",
         *       "minutes": 30,
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "interpreterIds": [
         *         "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9"
         *       ],
         *       "thingIds": [],
         *       "guests": []
         *     }
         */
        HoldForm: {
            /** Format: uuid */
            episodeId: string;
            /** Format: date */
            date: string;
            time: string;
            zone: string;
            minutes: number;
            /** @enum {string} */
            repeated?: "earlier" | "later";
            /** Format: uuid */
            physicianId: string;
            /** @default [] */
            interpreterIds: string[];
            /** @default [] */
            thingIds: string[];
            /** @default [] */
            guests: components["schemas"]["GuestForm"][];
        };
        /**
         * @description Whether she will interpret: one visit, or several of a series at once.
         * @example {
         *       "answer": "accept",
         *       "alike": [],
         *       "unlike": []
         *     }
         * @example {
         *       "answer": "accept",
         *       "alike": [],
         *       "unlike": []
         *     }
         */
        AsksAnswer: {
            /** @enum {string} */
            answer: "accept" | "decline";
            reason?: string;
            /** @default [] */
            alike: string[];
            /** @default [] */
            unlike: string[];
        };
        /**
         * @description A file that is about to come.
         * @example {
         *       "name": "left-knee.jpg",
         *       "bytes": 2480113,
         *       "type": "image/jpeg",
         *       "recorded": false
         *     }
         * @example {
         *       "name": "left-knee.jpg",
         *       "bytes": 2480113,
         *       "type": "image/jpeg",
         *       "recorded": false
         *     }
         */
        FileForm: {
            name: string;
            bytes: number;
            type: string;
            /** @default false */
            recorded: boolean;
        };
        /**
         * @description What is kept of a note.
         * @example {
         *       "text": "Three months after the last session she is well. The scar does not hurt any more.",
         *       "nextSteps": "Blood test in two weeks. Next visit in three months.",
         *       "language": "en",
         *       "version": 3
         *     }
         * @example {
         *       "text": "Three months after the last session she is well. The scar does not hurt any more.",
         *       "nextSteps": "Blood test in two weeks. Next visit in three months.",
         *       "language": "en",
         *       "version": 3
         *     }
         */
        NoteDraft: {
            text: string;
            nextSteps: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            version: number;
        };
        /**
         * @description Signs what is kept at this version.
         * @example {
         *       "version": 4,
         *       "reason": "The date of the blood test was wrong."
         *     }
         * @example {
         *       "version": 4,
         *       "reason": "The date of the blood test was wrong."
         *     }
         */
        NoteSign: {
            version: number;
            reason?: string;
        };
        /**
         * @description The version that was read.
         * @example {
         *       "noteId": "1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1f",
         *       "number": 1
         *     }
         * @example {
         *       "noteId": "1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1f",
         *       "number": 1
         *     }
         */
        NoteRead: {
            /** Format: uuid */
            noteId: string;
            number: number;
        };
        /**
         * @description A file of a record that is about to come.
         * @example {
         *       "name": "CT-abdomen.zip",
         *       "bytes": 184549376,
         *       "type": "application/zip",
         *       "batchId": "9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d"
         *     }
         * @example {
         *       "name": "CT-abdomen.zip",
         *       "bytes": 184549376,
         *       "type": "application/zip",
         *       "batchId": "9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d"
         *     }
         */
        UploadForm: {
            name: string;
            bytes: number;
            /** @default  */
            type: string;
            /** Format: uuid */
            batchId?: string;
        };
        /**
         * @description A question in the words of the patient.
         * @example {
         *       "text": "May I swim again?"
         *     }
         * @example {
         *       "text": "May I swim again?"
         *     }
         */
        QuestionText: {
            text: string;
        };
        /**
         * @description Where in the list a question is to stand; 0 is the first.
         * @example {
         *       "place": 0
         *     }
         * @example {
         *       "place": 0
         *     }
         */
        QuestionPlace: {
            place: number;
        };
        /**
         * @description Whether it has been talked about.
         * @example {
         *       "answered": true
         *     }
         * @example {
         *       "answered": true
         *     }
         */
        QuestionAnswered: {
            answered: boolean;
        };
        /**
         * @description A message to everybody of the thread.
         * @example {
         *       "text": "May I swim again?"
         *     }
         * @example {
         *       "text": "May I swim again?"
         *     }
         */
        ThreadText: {
            text: string;
        };
        /**
         * @description The newest message that was seen.
         * @example {
         *       "messageId": "2e4d6f80-91a2-4b3c-8d5e-6f7a8b9c0d1e"
         *     }
         * @example {
         *       "messageId": "2e4d6f80-91a2-4b3c-8d5e-6f7a8b9c0d1e"
         *     }
         */
        ThreadSeen: {
            /** Format: uuid */
            messageId: string;
        };
        /**
         * @description A message to everybody in the room, or to those who wait.
         * @example {
         *       "text": "Please have your list of medicines at hand.",
         *       "audience": "waiting",
         *       "to": null,
         *       "fileId": null
         *     }
         * @example {
         *       "text": "Please have your list of medicines at hand.",
         *       "audience": "waiting",
         *       "to": null,
         *       "fileId": null
         *     }
         */
        ChatForm: {
            text: string;
            /**
             * @default room
             * @enum {string}
             */
            audience: "room" | "waiting";
            /**
             * Format: uuid
             * @default null
             */
            to: string | null;
            /**
             * Format: uuid
             * @default null
             */
            fileId: string | null;
        };
        /**
         * @description How late the visit begins.
         * @example {
         *       "minutes": 20
         *     }
         * @example {
         *       "minutes": 20
         *     }
         */
        LateForm: {
            minutes: number;
        };
        /**
         * @description Those who wait, in the order in which they are to be let in.
         * @example {
         *       "seatIds": [
         *         "4c5d6e7f-8091-4a2b-9c3d-4e5f60718293"
         *       ]
         *     }
         * @example {
         *       "seatIds": [
         *         "4c5d6e7f-8091-4a2b-9c3d-4e5f60718293"
         *       ]
         *     }
         */
        WaitingOrder: {
            seatIds: string[];
        };
        /**
         * @description One seat of the visit.
         * @example {
         *       "seatId": "4c5d6e7f-8091-4a2b-9c3d-4e5f60718293"
         *     }
         * @example {
         *       "seatId": "4c5d6e7f-8091-4a2b-9c3d-4e5f60718293"
         *     }
         */
        SeatChoice: {
            /** Format: uuid */
            seatId: string;
        };
        /**
         * @description When somebody or something can be had: the pattern of a week, and the days that are otherwise.
         * @example {
         *       "zone": null,
         *       "noticeMinutes": 120,
         *       "bufferMinutes": 10,
         *       "perDay": 8,
         *       "good": [
         *         "09:00",
         *         "18:00"
         *       ],
         *       "holidays": [
         *         "JP"
         *       ],
         *       "rules": [
         *         {
         *           "kind": "open",
         *           "weekday": 1,
         *           "from": "09:00",
         *           "to": "17:00",
         *           "overnight": false,
         *           "validFrom": null,
         *           "validTo": null
         *         }
         *       ],
         *       "days": [
         *         {
         *           "kind": "off",
         *           "date": "2026-12-29",
         *           "from": null,
         *           "to": null,
         *           "reason": "Winter holidays"
         *         }
         *       ],
         *       "version": 1
         *     }
         */
        AvailabilityForm: {
            zone: string | null;
            noticeMinutes: number;
            bufferMinutes: number;
            perDay: number | null;
            good: (string)[];
            holidays: string[];
            rules: {
                /** @enum {string} */
                kind: "open" | "break" | "on_call";
                weekday: number;
                from: string;
                to: string;
                /** @default false */
                overnight: boolean;
                /**
                 * Format: date
                 * @default null
                 */
                validFrom: string | null;
                /**
                 * Format: date
                 * @default null
                 */
                validTo: string | null;
            }[];
            version: number;
            days: {
                /** @enum {string} */
                kind: "off" | "open";
                /** Format: date */
                date: string;
                /** @default null */
                from: string | null;
                /** @default null */
                to: string | null;
                reason?: string | null;
            }[];
        };
        /**
         * @description A room or a device that visits take up.
         * @example {
         *       "institutionId": "5e6f7081-92a3-4b4c-8d5e-6f708192a3b4",
         *       "kind": "room",
         *       "name": "Video room 2"
         *     }
         * @example {
         *       "institutionId": "5e6f7081-92a3-4b4c-8d5e-6f708192a3b4",
         *       "kind": "room",
         *       "name": "Video room 2"
         *     }
         */
        ThingForm: {
            /** Format: uuid */
            institutionId: string;
            /** @enum {string} */
            kind: "room" | "device";
            name: string;
        };
        /**
         * @description Whom a time is looked for, how long and from when.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "personIds": [
         *         "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *         "1f0e9d8c-7b6a-4958-8776-655443322110"
         *       ],
         *       "thingIds": [],
         *       "interpreter": {
         *         "languages": [
         *           "ja",
         *           "en"
         *         ],
         *         "personIds": [
         *           "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9"
         *         ]
         *       },
         *       "minutes": 30,
         *       "from": "2026-11-24",
         *       "days": 28,
         *       "onCall": false,
         *       "most": 12
         *     }
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "personIds": [
         *         "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *         "1f0e9d8c-7b6a-4958-8776-655443322110"
         *       ],
         *       "thingIds": [],
         *       "interpreter": {
         *         "languages": [
         *           "ja",
         *           "en"
         *         ],
         *         "personIds": [
         *           "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9"
         *         ]
         *       },
         *       "minutes": 30,
         *       "from": "2026-11-24",
         *       "days": 28,
         *       "onCall": false,
         *       "most": 12
         *     }
         */
        SlotsQuery: {
            /** Format: uuid */
            episodeId: string;
            personIds: string[];
            /** @default [] */
            thingIds: string[];
            interpreter: {
                languages: (string)[];
                personIds: string[] | "any";
            } | null;
            minutes: number;
            /** Format: date */
            from: string;
            days: number;
            /** @default false */
            onCall: boolean;
            /** Format: uuid */
            visitId?: string;
            /** @default 12 */
            most: number;
        };
        /**
         * @description Whose days are shown beside each other.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "personIds": [
         *         "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *         "1f0e9d8c-7b6a-4958-8776-655443322110"
         *       ],
         *       "thingIds": [],
         *       "date": "2026-11-24",
         *       "days": 1,
         *       "zone": "Asia/Tokyo",
         *       "minutes": 30
         *     }
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "personIds": [
         *         "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *         "1f0e9d8c-7b6a-4958-8776-655443322110"
         *       ],
         *       "thingIds": [],
         *       "date": "2026-11-24",
         *       "days": 1,
         *       "zone": "Asia/Tokyo",
         *       "minutes": 30
         *     }
         */
        StripsQuery: {
            /** Format: uuid */
            episodeId: string;
            personIds: string[];
            /** @default [] */
            thingIds: string[];
            /** Format: date */
            date?: string;
            /** Format: date-time */
            at?: string;
            days: number;
            zone: string;
            minutes: number;
            /** Format: uuid */
            visitId?: string;
        };
        /**
         * @description From which day on.
         * @example {
         *       "from": "2026-11-24",
         *       "days": 28
         *     }
         * @example {
         *       "from": "2026-11-24",
         *       "days": 28
         *     }
         */
        MySlotsQuery: {
            /** Format: date */
            from: string;
            days: number;
        };
        /**
         * @description Something that a coordinator wants done before a visit.
         * @example {
         *       "title": "Send the pathology report",
         *       "note": null,
         *       "ownerRole": "coordinator",
         *       "due": {
         *         "date": "2026-11-23",
         *         "time": "17:00",
         *         "zone": "Asia/Tokyo"
         *       }
         *     }
         */
        TaskForm: {
            title: string;
            note?: string | null;
            /** @enum {string} */
            ownerRole: "patient" | "physician" | "interpreter" | "coordinator";
            due: {
                /** Format: date */
                date: string;
                time: string;
                zone: string;
                /** @enum {string} */
                repeated?: "earlier" | "later";
            };
        };
        /**
         * @description Why it need not be done.
         * @example {
         *       "reason": "She brings it herself."
         *     }
         * @example {
         *       "reason": "She brings it herself."
         *     }
         */
        TaskWaive: {
            reason: string;
        };
        /**
         * @description How many visits a patient may book for herself; none takes the allowance back.
         * @example {
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "minutes": 30,
         *       "earliest": "2026-12-01",
         *       "latest": "2026-12-18",
         *       "ask": null,
         *       "remaining": 2
         *     }
         * @example {
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "minutes": 30,
         *       "earliest": "2026-12-01",
         *       "latest": "2026-12-18",
         *       "ask": null,
         *       "remaining": 2
         *     }
         */
        AllowanceForm: {
            /** Format: uuid */
            physicianId: string;
            minutes: number;
            /** Format: date */
            earliest: string;
            /** Format: date */
            latest: string;
            /** @default null */
            ask: components["schemas"]["AskForm"] | null;
            remaining: number;
        };
        /**
         * @description Which of the times that were offered.
         * @example {
         *       "startsAt": "2026-11-25T00:00:00Z"
         *     }
         * @example {
         *       "startsAt": "2026-11-25T00:00:00Z"
         *     }
         */
        SelfForm: {
            /** Format: date-time */
            startsAt: string;
        };
        /**
         * @description A patient who would take an earlier time, should one become free.
         * @example {
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "minutes": 30,
         *       "earliest": "2026-12-01",
         *       "latest": "2026-12-18",
         *       "ask": null,
         *       "rank": 0
         *     }
         * @example {
         *       "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "minutes": 30,
         *       "earliest": "2026-12-01",
         *       "latest": "2026-12-18",
         *       "ask": null,
         *       "rank": 0
         *     }
         */
        WaitlistForm: {
            /** Format: uuid */
            physicianId: string;
            minutes: number;
            /** Format: date */
            earliest: string;
            /** Format: date */
            latest: string;
            /** @default null */
            ask: components["schemas"]["AskForm"] | null;
            /** @default 0 */
            rank: number;
        };
        /**
         * @description Whether she takes it.
         * @example {
         *       "answer": "accept"
         *     }
         * @example {
         *       "answer": "accept"
         *     }
         */
        AnswerForm: {
            /** @enum {string} */
            answer: "accept" | "decline";
            reason?: string;
        };
        /**
         * @description What is kept of a promise that cannot be kept whole.
         * @example {
         *       "keep": "wall",
         *       "changeIds": [
         *         "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0"
         *       ]
         *     }
         * @example {
         *       "keep": "wall",
         *       "changeIds": [
         *         "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0"
         *       ]
         *     }
         */
        ClockChoice: {
            /** @enum {string} */
            keep: "wall" | "instant";
            changeIds: string[];
        };
        /**
         * @description Whose record is needed at once, and why.
         * @example {
         *       "name": "Emily Tremblay",
         *       "birthDate": "1984-05-02",
         *       "reason": "Brought in unconscious; allergies unknown."
         *     }
         * @example {
         *       "name": "Emily Tremblay",
         *       "birthDate": "1984-05-02",
         *       "reason": "Brought in unconscious; allergies unknown."
         *     }
         */
        GlassForm: {
            name: string;
            /** Format: date */
            birthDate: string;
            reason: string;
        };
        /**
         * @description Whether it was in order; what was not ends at once.
         * @example {
         *       "justified": true,
         *       "note": null
         *     }
         */
        GlassReview: {
            justified: boolean;
            note?: string | null;
        };
        /**
         * @description Who may see exactly what, and until when; in place of what was said about them before.
         * @example {
         *       "grantee": {
         *         "kind": "treating"
         *       },
         *       "categories": [
         *         "illness",
         *         "medicines",
         *         "results"
         *       ],
         *       "days": null
         *     }
         * @example {
         *       "grantee": {
         *         "kind": "treating"
         *       },
         *       "categories": [
         *         "illness",
         *         "medicines",
         *         "results"
         *       ],
         *       "days": null
         *     }
         */
        ShareForm: {
            grantee: {
                /** @enum {string} */
                kind: "treating";
            } | {
                /** @enum {string} */
                kind: "role";
                /** @enum {string} */
                role: "physician" | "coordinator" | "administrator" | "interpreter";
            } | {
                /** @enum {string} */
                kind: "person";
                /** Format: uuid */
                personId: string;
            } | {
                /** @enum {string} */
                kind: "institution";
                /** Format: uuid */
                institutionId: string;
            };
            /**
             * @default TREAT
             * @enum {string}
             */
            purpose: "TREAT" | "ETREAT" | "HRESCH";
            categories: ("illness" | "medicines" | "results" | "life" | "images" | "documents" | "notes")[];
            /** @default null */
            days: number | null;
            /** @default  */
            why: string;
        };
        /**
         * @description Why somebody who treats the patient would like to see more of her record.
         * @example {
         *       "text": "Before the operation I need the images from Toronto."
         *     }
         * @example {
         *       "text": "Before the operation I need the images from Toronto."
         *     }
         */
        ShareAsk: {
            text: string;
        };
        /**
         * @description A link for somebody outside of this house.
         * @example {
         *       "label": "For Dr. Lee in Toronto",
         *       "categories": [
         *         "medicines",
         *         "results"
         *       ],
         *       "days": 30,
         *       "passcode": "maple-7"
         *     }
         * @example {
         *       "label": "For Dr. Lee in Toronto",
         *       "categories": [
         *         "medicines",
         *         "results"
         *       ],
         *       "days": 30,
         *       "passcode": "maple-7"
         *     }
         */
        HealthLinkForm: {
            label: string;
            categories: ("illness" | "medicines" | "results" | "life" | "images" | "documents" | "notes")[];
            days: number;
            /** @default null */
            passcode: string | null;
            /** @default false */
            direct: boolean;
        };
        /**
         * @description A SMART Health Link as it was pasted or read from its picture.
         * @example {
         *       "link": "shlink:/eyJ1cmwiOiJodHRwczovL2V4YW1wbGUub3JnIn0",
         *       "passcode": null
         *     }
         * @example {
         *       "link": "shlink:/eyJ1cmwiOiJodHRwczovL2V4YW1wbGUub3JnIn0",
         *       "passcode": null
         *     }
         */
        ForeignLinkForm: {
            link: string;
            /** @default null */
            passcode: string | null;
        };
        /**
         * @description Who asks for a manifest.
         * @example {
         *       "recipient": "Dr. Lee, Toronto"
         *     }
         * @example {
         *       "recipient": "Dr. Lee, Toronto"
         *     }
         */
        ManifestAsk: {
            recipient: string;
            passcode?: string;
            embeddedLengthMax?: number;
        };
        /**
         * @description Who reads a link.
         * @example {
         *       "recipient": "Dr. Lee",
         *       "passcode": null
         *     }
         * @example {
         *       "recipient": "Dr. Lee",
         *       "passcode": null
         *     }
         */
        LinkViewForm: {
            recipient: string;
            /** @default null */
            passcode: string | null;
        };
        /**
         * @description A calendar elsewhere, and the key to it.
         * @example {
         *       "kind": "caldav",
         *       "url": "https://dav.hospital.example/",
         *       "username": "sato",
         *       "password": "of her own",
         *       "writes": true
         *     }
         */
        CalendarLinkForm: {
            /** @enum {string} */
            kind: "ics" | "caldav";
            url: string;
            username?: string | null;
            /** @default null */
            password: string | null;
            /** @default false */
            writes: boolean;
        };
        /**
         * @description Whether her visits are written into a calendar of hers.
         * @example {
         *       "writes": true
         *     }
         * @example {
         *       "writes": true
         *     }
         */
        CalendarWrites: {
            writes: boolean;
        };
        /**
         * @description Which of them she has read.
         * @example {
         *       "messageIds": [
         *         "5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11"
         *       ]
         *     }
         * @example {
         *       "messageIds": [
         *         "5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11"
         *       ]
         *     }
         */
        InboxRead: {
            messageIds: string[];
        };
        /**
         * @description A browser that may show what she is told, as its push service describes it (RFC 8291).
         * @example {
         *       "endpoint": "https://push.example/send/4f2a",
         *       "keys": {
         *         "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
         *         "auth": "BTBZMqHH6r4Tts7J_aSIgg"
         *       }
         *     }
         * @example {
         *       "endpoint": "https://push.example/send/4f2a",
         *       "keys": {
         *         "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
         *         "auth": "BTBZMqHH6r4Tts7J_aSIgg"
         *       }
         *     }
         */
        PushForm: {
            endpoint: string;
            keys: {
                p256dh: string;
                auth: string;
            };
        };
        /**
         * @description A browser that shall not be written to any more.
         * @example {
         *       "endpoint": "https://push.example/send/4f2a"
         *     }
         * @example {
         *       "endpoint": "https://push.example/send/4f2a"
         *     }
         */
        PushEnd: {
            endpoint: string;
        };
        /**
         * @description What became of a short message, told by its provider under a signature.
         * @example {
         *       "reference": "5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11",
         *       "state": "delivered"
         *     }
         * @example {
         *       "reference": "5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11",
         *       "state": "delivered"
         *     }
         */
        SmsReceipt: {
            /** Format: uuid */
            reference: string;
            /** @enum {string} */
            state: "delivered" | "failed";
        };
        /**
         * @description Who is signed in here; `me` is null for nobody.
         * @example {
         *       "me": null,
         *       "demo": null,
         *       "version": "0.1.0",
         *       "scope": null,
         *       "welcomeNeeded": false,
         *       "steward": false,
         *       "renewAt": null,
         *       "empty": false
         *     }
         */
        Session: {
            me: components["schemas"]["Me"] | null;
            demo: {
                persona: string | null;
                codeNeeded: boolean;
                lan: boolean;
            } | null;
            version: string;
            scope: {
                /** Format: uuid */
                visitId: string;
            } | null;
            welcomeNeeded: boolean;
            steward: boolean;
            /** Format: date-time */
            renewAt: string | null;
            empty: boolean;
        };
        Me: {
            /** Format: uuid */
            personId: string;
            name: components["schemas"]["PersonName"];
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            zone: string;
            place: string;
            roles: ("patient" | "physician" | "coordinator" | "interpreter" | "administrator")[];
            institutions: {
                /** Format: uuid */
                institutionId: string;
                name: string;
                country: string;
                zone: string;
                roles: ("physician" | "coordinator" | "interpreter" | "administrator")[];
            }[];
            demo: boolean;
        };
        /**
         * @description The first page of a patient.
         * @example {
         *       "next": {
         *         "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *         "status": "booked",
         *         "when": {
         *           "startsAt": "2026-11-25T00:00:00Z",
         *           "endsAt": "2026-11-25T00:30:00Z",
         *           "minutes": 30,
         *           "yours": {
         *             "place": "Toronto",
         *             "zone": "America/Toronto",
         *             "zoneName": "Eastern Standard Time",
         *             "date": "Tuesday, November 24",
         *             "time": "7:00 p.m."
         *           },
         *           "theirs": {
         *             "place": "Osaka",
         *             "zone": "Asia/Tokyo",
         *             "zoneName": "Japan Standard Time",
         *             "date": "Wednesday, November 25",
         *             "time": "9:00 a.m."
         *           },
         *           "relative": "in 2 days",
         *           "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *         },
         *         "title": "Follow-up after proton therapy",
         *         "institution": "Naniwa International Hospital",
         *         "other": {
         *           "display": "Dr. Sato Kenji",
         *           "bare": "Sato Kenji",
         *           "original": "佐藤 健司",
         *           "originalLang": "ja"
         *         },
         *         "otherPlace": "Osaka",
         *         "myRole": "patient",
         *         "door": "early",
         *         "waiting": [],
         *         "kind": "visit",
         *         "version": 3,
         *         "confirmed": false,
         *         "declined": false,
         *         "movedFrom": null,
         *         "episodeId": null,
         *         "interpreter": {
         *           "display": "Mori Yuki",
         *           "bare": "Mori Yuki",
         *           "original": "森 由紀",
         *           "originalLang": "ja"
         *         },
         *         "expectedWords": null,
         *         "things": []
         *       },
         *       "later": [],
         *       "past": [],
         *       "now": {
         *         "place": "Toronto",
         *         "zone": "America/Toronto",
         *         "zoneName": "Eastern Standard Time",
         *         "date": "Tuesday, November 24",
         *         "time": "7:00 p.m."
         *       },
         *       "threads": [],
         *       "notes": [],
         *       "tasks": [],
         *       "todos": [],
         *       "mayChoose": [],
         *       "offers": []
         *     }
         */
        HomePage: {
            next: components["schemas"]["VisitCard"] | null;
            later: components["schemas"]["VisitCard"][];
            past: components["schemas"]["VisitCard"][];
            now: components["schemas"]["Clock"];
            threads: {
                /** Format: uuid */
                episodeId: string;
                title: string;
                unread: number;
            }[];
            notes: {
                /** Format: uuid */
                noteId: string;
                /** Format: uuid */
                visitId: string;
                title: string;
                atWords: string;
                read: boolean;
            }[];
            tasks: components["schemas"]["HomeTask"][];
            todos: components["schemas"]["TaskView"][];
            mayChoose: {
                /** Format: uuid */
                episodeId: string;
                title: string;
            }[];
            offers: components["schemas"]["TimeOffer"][];
        };
        /**
         * @description A visit in a list.
         * @example {
         *       "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "status": "booked",
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       },
         *       "title": "Follow-up after proton therapy",
         *       "institution": "Naniwa International Hospital",
         *       "other": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       },
         *       "otherPlace": "Osaka",
         *       "myRole": "patient",
         *       "door": "early",
         *       "waiting": [],
         *       "kind": "visit",
         *       "version": 3,
         *       "confirmed": false,
         *       "declined": false,
         *       "movedFrom": null,
         *       "episodeId": null,
         *       "interpreter": {
         *         "display": "Mori Yuki",
         *         "bare": "Mori Yuki",
         *         "original": "森 由紀",
         *         "originalLang": "ja"
         *       },
         *       "expectedWords": null,
         *       "things": []
         *     }
         */
        VisitCard: {
            /** Format: uuid */
            visitId: string;
            /** @enum {string} */
            status: "held" | "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "lapsed";
            when: components["schemas"]["When"];
            title: string;
            institution: string;
            other: components["schemas"]["PersonName"];
            otherPlace: string;
            /** @enum {string} */
            myRole: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
            /** @enum {string} */
            door: "early" | "open" | "over";
            waiting: {
                /** Format: uuid */
                seatId: string;
                name: components["schemas"]["PersonName"];
                /** @enum {string} */
                role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                /** Format: date-time */
                since: string;
                minutes: number;
            }[];
            /** @enum {string} */
            kind: "visit" | "conference";
            version: number;
            confirmed: boolean | null;
            declined: boolean;
            movedFrom: string | null;
            /** Format: uuid */
            episodeId: string | null;
            interpreter: components["schemas"]["PersonName"] | null;
            expectedWords: string | null;
            things: string[];
        };
        /**
         * @description One step that is a patient’s to take.
         * @example {
         *       "task": "confirm",
         *       "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "about": "Tuesday, November 24, 7:00 p.m."
         *     }
         */
        HomeTask: {
            /** @enum {string} */
            task: "confirm" | "test_device" | "read_note" | "read_message";
            /** Format: uuid */
            visitId: string | null;
            /** Format: uuid */
            episodeId: string;
            about: string;
        };
        /** @description Something that has to happen before a visit. */
        TaskView: {
            /** Format: uuid */
            taskId: string;
            /** @enum {string} */
            kind: "interpreter" | "presence" | "device_test" | "coordinator";
            source: string;
            words: string;
            note: string | null;
            ownerWords: string;
            dueWords: string;
            late: boolean;
            /** @enum {string} */
            state: "open" | "done" | "waived" | "gone";
            doneWords: string | null;
            mine: boolean;
            /** @enum {string|null} */
            act: "done" | "ask" | "move" | "write" | "decide" | "address" | null;
        };
        /**
         * @description A time that is kept for a patient who waits for one.
         * @example {
         *       "waitlistId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       },
         *       "physician": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       },
         *       "institution": "Naniwa International Hospital",
         *       "untilWords": "by today, 7:00 p.m."
         *     }
         */
        TimeOffer: {
            /** Format: uuid */
            waitlistId: string;
            when: components["schemas"]["When"];
            physician: components["schemas"]["PersonName"];
            institution: string;
            untilWords: string;
        };
        /**
         * @description The day of staff.
         * @example {
         *       "now": {
         *         "place": "Toronto",
         *         "zone": "America/Toronto",
         *         "zoneName": "Eastern Standard Time",
         *         "date": "Tuesday, November 24",
         *         "time": "7:00 p.m."
         *       },
         *       "visits": [
         *         {
         *           "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *           "status": "booked",
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "title": "Follow-up after proton therapy",
         *           "institution": "Naniwa International Hospital",
         *           "other": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "otherPlace": "Osaka",
         *           "myRole": "patient",
         *           "door": "early",
         *           "waiting": [],
         *           "kind": "visit",
         *           "version": 3,
         *           "confirmed": false,
         *           "declined": false,
         *           "movedFrom": null,
         *           "episodeId": null,
         *           "interpreter": {
         *             "display": "Mori Yuki",
         *             "bare": "Mori Yuki",
         *             "original": "森 由紀",
         *             "originalLang": "ja"
         *           },
         *           "expectedWords": null,
         *           "things": []
         *         }
         *       ],
         *       "later": []
         *     }
         */
        TodayPage: {
            now: components["schemas"]["Clock"];
            visits: components["schemas"]["VisitCard"][];
            later: components["schemas"]["VisitCard"][];
        };
        /**
         * @description The notes that a physician has still to sign, the oldest visit first.
         * @example {
         *       "items": [
         *         {
         *           "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *           "status": "booked",
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "title": "Follow-up after proton therapy",
         *           "institution": "Naniwa International Hospital",
         *           "other": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "otherPlace": "Osaka",
         *           "myRole": "physician",
         *           "door": "early",
         *           "waiting": [],
         *           "kind": "visit",
         *           "version": 3,
         *           "confirmed": false,
         *           "declined": false,
         *           "movedFrom": null,
         *           "episodeId": null,
         *           "interpreter": {
         *             "display": "Mori Yuki",
         *             "bare": "Mori Yuki",
         *             "original": "森 由紀",
         *             "originalLang": "ja"
         *           },
         *           "expectedWords": null,
         *           "things": [],
         *           "note": "draft"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        UnsignedPage: {
            items: {
                /** Format: uuid */
                visitId: string;
                /** @enum {string} */
                status: "held" | "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "lapsed";
                when: components["schemas"]["When"];
                title: string;
                institution: string;
                other: components["schemas"]["PersonName"];
                otherPlace: string;
                /** @enum {string} */
                myRole: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                /** @enum {string} */
                door: "early" | "open" | "over";
                waiting: {
                    /** Format: uuid */
                    seatId: string;
                    name: components["schemas"]["PersonName"];
                    /** @enum {string} */
                    role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                    /** Format: date-time */
                    since: string;
                    minutes: number;
                }[];
                /** @enum {string} */
                kind: "visit" | "conference";
                version: number;
                confirmed: boolean | null;
                declined: boolean;
                movedFrom: string | null;
                /** Format: uuid */
                episodeId: string | null;
                interpreter: components["schemas"]["PersonName"] | null;
                expectedWords: string | null;
                things: string[];
                /** @enum {string} */
                note: "none" | "draft";
            }[];
            next: string | null;
        };
        /**
         * @description One visit, before, during and after it.
         * @example {
         *       "card": {
         *         "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *         "status": "booked",
         *         "when": {
         *           "startsAt": "2026-11-25T00:00:00Z",
         *           "endsAt": "2026-11-25T00:30:00Z",
         *           "minutes": 30,
         *           "yours": {
         *             "place": "Toronto",
         *             "zone": "America/Toronto",
         *             "zoneName": "Eastern Standard Time",
         *             "date": "Tuesday, November 24",
         *             "time": "7:00 p.m."
         *           },
         *           "theirs": {
         *             "place": "Osaka",
         *             "zone": "Asia/Tokyo",
         *             "zoneName": "Japan Standard Time",
         *             "date": "Wednesday, November 25",
         *             "time": "9:00 a.m."
         *           },
         *           "relative": "in 2 days",
         *           "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *         },
         *         "title": "Follow-up after proton therapy",
         *         "institution": "Naniwa International Hospital",
         *         "other": {
         *           "display": "Dr. Sato Kenji",
         *           "bare": "Sato Kenji",
         *           "original": "佐藤 健司",
         *           "originalLang": "ja"
         *         },
         *         "otherPlace": "Osaka",
         *         "myRole": "patient",
         *         "door": "early",
         *         "waiting": [],
         *         "kind": "visit",
         *         "version": 3,
         *         "confirmed": false,
         *         "declined": false,
         *         "movedFrom": null,
         *         "episodeId": null,
         *         "interpreter": {
         *           "display": "Mori Yuki",
         *           "bare": "Mori Yuki",
         *           "original": "森 由紀",
         *           "originalLang": "ja"
         *         },
         *         "expectedWords": null,
         *         "things": []
         *       },
         *       "me": {
         *         "seatId": "4c5d6e7f-8091-4a2b-9c3d-4e5f60718293",
         *         "role": "patient",
         *         "state": "invited",
         *         "arrivalNeeded": true,
         *         "host": false
         *       },
         *       "seats": [],
         *       "phone": "+81 6-0000-0110",
         *       "arrivalDefaults": {
         *         "country": "CA",
         *         "callbackNumber": "+1 416-555-0142",
         *         "place": ""
         *       },
         *       "version": 3,
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "episodeTitle": "Follow-up after proton therapy",
         *       "purpose": null,
         *       "files": [],
         *       "note": null,
         *       "otherNotes": [],
         *       "mayWrite": false,
         *       "mayAddFiles": true,
         *       "outcomeRule": null,
         *       "kind": "visit",
         *       "callbacks": [],
         *       "limits": [],
         *       "mayQuality": false,
         *       "mayWait": false,
         *       "recordOf": null
         *     }
         */
        VisitPage: {
            card: components["schemas"]["VisitCard"];
            me: {
                /** Format: uuid */
                seatId: string;
                /** @enum {string} */
                role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                /** @enum {string} */
                state: "invited" | "waiting" | "admitted" | "joined" | "left" | "removed";
                arrivalNeeded: boolean;
                host: boolean;
            };
            seats: components["schemas"]["VisitSeat"][];
            phone: string | null;
            arrivalDefaults: {
                country: string;
                callbackNumber: string;
                place: string;
            } | null;
            version: number;
            /** Format: uuid */
            episodeId: string;
            episodeTitle: string;
            purpose: string | null;
            files: components["schemas"]["FileView"][];
            note: components["schemas"]["NoteView"] | null;
            otherNotes: components["schemas"]["NoteView"][];
            mayWrite: boolean;
            mayAddFiles: boolean;
            outcomeRule: string | null;
            /** @enum {string} */
            kind: "visit" | "conference";
            callbacks: {
                /** Format: uuid */
                seatId: string;
                name: components["schemas"]["PersonName"];
                number: string | null;
                sinceWords: string;
            }[];
            limits: {
                /** Format: uuid */
                seatId: string;
                name: components["schemas"]["PersonName"];
                words: string;
            }[];
            mayQuality: boolean;
            mayWait: boolean;
            /** Format: uuid */
            recordOf: string | null;
        };
        VisitSeat: {
            /** Format: uuid */
            seatId: string;
            /** @enum {string} */
            role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
            /** @enum {string} */
            state: "invited" | "waiting" | "admitted" | "joined" | "left" | "removed";
            name: components["schemas"]["PersonName"];
            place: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            interprets: (string)[] | null;
            /** Format: date-time */
            waitingSince: string | null;
            waitRank: number | null;
            arrival: {
                place: string;
                country: string;
                callbackNumber: string;
                emergencyNumber: string;
            } | null;
        };
        /**
         * @description A file of a visit.
         * @example {
         *       "fileId": "7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6b",
         *       "visitId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f11",
         *       "name": "left-knee.jpg",
         *       "type": "image/jpeg",
         *       "bytes": 2480113,
         *       "received": 2480113,
         *       "state": "ready",
         *       "why": null,
         *       "by": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "atWords": "today, 9:41 a.m.",
         *       "mine": true,
         *       "mayRemove": true,
         *       "scanned": true,
         *       "href": "/api/files/7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6b/content"
         *     }
         */
        FileView: {
            /** Format: uuid */
            fileId: string;
            /** Format: uuid */
            visitId: string;
            name: string;
            /** @enum {string|null} */
            type: "image/jpeg" | "image/png" | "image/webp" | "application/pdf" | "audio/webm" | "audio/mp4" | "video/webm" | "video/mp4" | null;
            bytes: number;
            received: number;
            /** @enum {string} */
            state: "receiving" | "ready" | "held" | "refused" | "removed";
            /** @enum {string|null} */
            why: "script" | "type" | "unreadable" | "encrypted" | "infected" | null;
            by: components["schemas"]["PersonName"];
            atWords: string;
            mine: boolean;
            mayRemove: boolean;
            scanned: boolean;
            href: string | null;
        };
        /**
         * @description The note of a visit.
         * @example {
         *       "noteId": "1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1f",
         *       "state": "signed",
         *       "draft": null,
         *       "versions": [
         *         {
         *           "number": 1,
         *           "text": "Three months after the last session she is well. The scar does not hurt any more.",
         *           "nextSteps": "Blood test in two weeks. Next visit in three months.",
         *           "language": "en",
         *           "signedBy": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "signedAtWords": "today, 10:20 a.m.",
         *           "reason": null
         *         }
         *       ],
         *       "read": true,
         *       "readBy": []
         *     }
         */
        NoteView: {
            /** Format: uuid */
            noteId: string;
            /** @enum {string} */
            state: "draft" | "signed";
            draft: {
                text: string;
                nextSteps: string;
                /** @enum {string} */
                language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
                version: number;
                savedWords: string;
            } | null;
            versions: {
                number: number;
                text: string;
                nextSteps: string;
                /** @enum {string} */
                language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
                signedBy: components["schemas"]["PersonName"];
                signedAtWords: string;
                reason: string | null;
            }[];
            read: boolean;
            readBy: string[];
        };
        /**
         * @description Patients by what keeps their care from going on.
         * @example {
         *       "institution": {
         *         "institutionId": "5e6f7081-92a3-4b4c-8d5e-6f708192a3b4",
         *         "name": "Naniwa International Hospital"
         *       },
         *       "counts": [
         *         {
         *           "blocker": "not_confirmed",
         *           "count": 1
         *         }
         *       ],
         *       "total": 1,
         *       "items": [
         *         {
         *           "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *           "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *           "name": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "title": "Follow-up after proton therapy",
         *           "next": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "blocker": "not_confirmed",
         *           "unread": 0
         *         }
         *       ],
         *       "next": null
         *     }
         */
        BoardPage: {
            institution: {
                /** Format: uuid */
                institutionId: string;
                name: string;
            };
            counts: {
                /** @enum {string} */
                blocker: "unanswered_invitation" | "mail_bounced" | "not_received" | "clock_changed" | "no_visit" | "not_confirmed" | "interpreter_missing" | "note_open";
                count: number;
            }[];
            total: number;
            items: components["schemas"]["PatientRow"][];
            next: string | null;
        };
        PatientRow: {
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            episodeId: string;
            name: components["schemas"]["PersonName"];
            place: string;
            zone: string;
            title: string;
            next: components["schemas"]["When"] | null;
            blocker: components["schemas"]["Blocker"] | null;
            unread: number;
        };
        /**
         * @description Everything about one patient’s treatment.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "institution": {
         *         "institutionId": "5e6f7081-92a3-4b4c-8d5e-6f708192a3b4",
         *         "name": "Naniwa International Hospital"
         *       },
         *       "title": "Follow-up after proton therapy",
         *       "treatment": "Proton therapy of the left lung, 30 sessions",
         *       "treatedWords": "2 March 2026 – 10 April 2026",
         *       "patient": {
         *         "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *         "name": {
         *           "display": "Emily Tremblay",
         *           "bare": "Emily Tremblay",
         *           "original": null,
         *           "originalLang": "en"
         *         },
         *         "birthWords": "14 March 1958 (68)",
         *         "place": "Toronto",
         *         "language": "en",
         *         "now": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "contact": {
         *           "email": "emily@home.example",
         *           "emailState": "works",
         *           "phone": "+1 416-555-0142"
         *         },
         *         "details": null
         *       },
         *       "team": [
         *         {
         *           "personId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *           "name": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "role": "physician"
         *         }
         *       ],
         *       "next": null,
         *       "visits": [],
         *       "blockers": [
         *         "no_visit"
         *       ],
         *       "invitation": null,
         *       "thread": {
         *         "unread": 0,
         *         "last": null
         *       },
         *       "files": 0,
         *       "duplicates": [],
         *       "mailSet": true,
         *       "allowance": null,
         *       "waiting": null,
         *       "mayBook": true
         *     }
         */
        CasePage: {
            /** Format: uuid */
            episodeId: string;
            institution: {
                /** Format: uuid */
                institutionId: string;
                name: string;
            };
            title: string;
            treatment: string | null;
            treatedWords: string | null;
            patient: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                birthWords: string | null;
                place: string;
                /** @enum {string} */
                language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
                now: components["schemas"]["Clock"];
                contact: {
                    email: string | null;
                    /** @enum {string} */
                    emailState: "unknown" | "works" | "bounced";
                    phone: string | null;
                } | null;
                details: components["schemas"]["PatientDetails"] | null;
            };
            team: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                /** @enum {string} */
                role: "physician" | "coordinator" | "interpreter" | "administrator";
            }[];
            next: components["schemas"]["CaseVisit"] | null;
            visits: components["schemas"]["CaseVisit"][];
            blockers: components["schemas"]["Blocker"][];
            invitation: components["schemas"]["InvitationView"] | null;
            thread: {
                unread: number;
                last: string | null;
            };
            files: number;
            duplicates: components["schemas"]["Duplicate"][];
            mailSet: boolean;
            allowance: {
                remaining: number;
                windowWords: string;
            } | null;
            waiting: {
                /** Format: uuid */
                waitlistId: string;
                windowWords: string;
                offered: boolean;
            } | null;
            mayBook: boolean;
        };
        /**
         * @description What is on file of a patient, ready for the form.
         * @example {
         *       "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *       "name": "Emily Tremblay",
         *       "nameLatin": "Emily Tremblay",
         *       "nameKana": "エミリー・トレンブレー",
         *       "birthDate": "1958-03-14",
         *       "sex": "female",
         *       "place": "Toronto",
         *       "country": "CA",
         *       "zone": "America/Toronto",
         *       "language": "en",
         *       "email": "emily@home.example",
         *       "phone": "+1 416-555-0142",
         *       "version": 3
         *     }
         */
        PatientDetails: {
            /** Format: uuid */
            personId: string;
            name: string;
            nameLatin: string;
            nameKana: string | null;
            birthDate: string | null;
            /** @enum {string} */
            sex: "female" | "male" | "other" | "unknown";
            place: string;
            country: string;
            zone: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            email: string | null;
            phone: string | null;
            version: number;
        };
        /** @description A visit as its coordinator sees it. */
        CaseVisit: {
            /** Format: uuid */
            visitId: string;
            /** @enum {string} */
            kind: "visit" | "conference";
            /** @enum {string} */
            status: "held" | "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "lapsed";
            when: components["schemas"]["When"];
            version: number;
            people: {
                /** Format: uuid */
                seatId: string;
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                /** @enum {string} */
                role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                confirmed: boolean;
            }[];
            things: components["schemas"]["ThingView"][];
            outcomeWords: string | null;
            /** @enum {string} */
            note: "none" | "draft" | "signed";
            deliveries: components["schemas"]["DeliveryView"][];
            tasks: components["schemas"]["TaskView"][];
            asks: components["schemas"]["AskedView"][];
            mayMove: boolean;
            maySetOutcome: boolean;
        };
        /**
         * @description A room or a device, as its institution calls it.
         * @example {
         *       "thingId": "4e1d7a90-2c3b-4f5e-8a6d-7b8c9d0e1f2a",
         *       "kind": "room",
         *       "name": "Video room 2"
         *     }
         */
        ThingView: {
            /** Format: uuid */
            thingId: string;
            /** @enum {string} */
            kind: "room" | "device";
            name: string;
        };
        /**
         * @description What became of a message on one of its ways.
         * @example {
         *       "messageId": "5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11",
         *       "kind": "visit_booked",
         *       "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *       "channel": "email",
         *       "state": "sent",
         *       "atWords": "today, 9:41 a.m.",
         *       "mayRepeat": false
         *     }
         */
        DeliveryView: {
            /** Format: uuid */
            messageId: string;
            /** @enum {string} */
            kind: "invitation" | "sign_in" | "link_code" | "visit_booked" | "series_booked" | "visit_moved" | "visit_cancelled" | "visit_clock" | "visit_reminder" | "visit_nudge" | "interpreter_ask" | "interpreter_ask_over" | "seat_declined" | "task_due" | "waitlist_offer" | "note_ready" | "message_new" | "glass_review";
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            channel: "email" | "sms" | "push" | "app";
            /** @enum {string} */
            state: "queued" | "sent" | "delivered" | "failed" | "bounced";
            atWords: string;
            mayRepeat: boolean;
        };
        /** @description An interpreter who is asked for a visit. */
        AskedView: {
            /** Format: uuid */
            personId: string;
            name: components["schemas"]["PersonName"];
            /** @enum {string} */
            state: "waiting" | "asked" | "accepted" | "declined" | "expired" | "busy" | "withdrawn";
            answerByWords: string | null;
            reason: string | null;
        };
        InvitationView: {
            /** Format: uuid */
            invitationId: string;
            person: components["schemas"]["PersonRow"];
            /** @enum {string} */
            role: "physician" | "coordinator" | "interpreter" | "administrator" | "patient" | "steward";
            /** @enum {string} */
            state: "open" | "accepted" | "expired" | "withdrawn";
            expiresWords: string;
            delivery: components["schemas"]["DeliveryView"] | null;
        };
        PersonRow: {
            /** Format: uuid */
            personId: string;
            name: components["schemas"]["PersonName"];
            roles: ("physician" | "coordinator" | "interpreter" | "administrator")[];
            email: string | null;
            /** @enum {string} */
            emailState: "unknown" | "works" | "bounced";
            place: string;
            languages: string[];
            licence: string | null;
        };
        /**
         * @description What a coordinator needs to book a visit.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "title": "Follow-up after proton therapy",
         *       "patient": {
         *         "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *         "name": {
         *           "display": "Emily Tremblay",
         *           "bare": "Emily Tremblay",
         *           "original": null,
         *           "originalLang": "en"
         *         },
         *         "place": "Toronto",
         *         "language": "en",
         *         "now": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         }
         *       },
         *       "institution": {
         *         "name": "Naniwa International Hospital",
         *         "now": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         }
         *       },
         *       "physicians": [
         *         {
         *           "personId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *           "name": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "team": true
         *         }
         *       ],
         *       "interpreters": [
         *         {
         *           "personId": "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9",
         *           "name": {
         *             "display": "Mori Yuki",
         *             "bare": "Mori Yuki",
         *             "original": "森 由紀",
         *             "originalLang": "ja"
         *           },
         *           "languages": [
         *             "ja",
         *             "en"
         *           ],
         *           "fits": true
         *         }
         *       ],
         *       "things": [],
         *       "zones": [
         *         {
         *           "zone": "Asia/Tokyo",
         *           "place": "Osaka"
         *         },
         *         {
         *           "zone": "America/Toronto",
         *           "place": "Toronto"
         *         }
         *       ],
         *       "defaults": {
         *         "from": "2026-11-25",
         *         "date": "2026-12-01",
         *         "time": "09:00",
         *         "zone": "Asia/Tokyo",
         *         "minutes": 30,
         *         "physicianId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *         "interpreterId": "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9"
         *       },
         *       "hold": null,
         *       "move": null
         *     }
         */
        BookingPage: {
            /** Format: uuid */
            episodeId: string;
            title: string;
            patient: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                place: string;
                /** @enum {string} */
                language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
                now: components["schemas"]["Clock"];
            };
            institution: {
                name: string;
                now: components["schemas"]["Clock"];
            };
            physicians: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                team: boolean;
            }[];
            interpreters: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                languages: string[];
                fits: boolean;
            }[];
            things: components["schemas"]["ThingView"][];
            zones: {
                zone: string;
                place: string;
            }[];
            defaults: {
                from: string;
                date: string;
                time: string;
                zone: string;
                minutes: number;
                /** Format: uuid */
                physicianId: string | null;
                /** Format: uuid */
                interpreterId: string | null;
            };
            hold: {
                /** Format: uuid */
                visitId: string;
                when: components["schemas"]["When"];
                untilWords: string;
                seconds: number;
                version: number;
                minutes: number;
                /** Format: uuid */
                physicianId: string;
                thingIds: string[];
                renewed: boolean;
            } | null;
            move: {
                /** Format: uuid */
                visitId: string;
                when: components["schemas"]["When"];
                minutes: number;
                version: number;
                people: {
                    /** Format: uuid */
                    personId: string;
                    name: components["schemas"]["PersonName"];
                }[];
                suits: {
                    personIds: string[];
                    thingIds: string[];
                    interpreter: {
                        languages: (string)[];
                        personIds: string[];
                    } | null;
                };
            } | null;
        };
        /**
         * @description The visits that an interpreter is asked for.
         * @example {
         *       "now": {
         *         "place": "Toronto",
         *         "zone": "America/Toronto",
         *         "zoneName": "Eastern Standard Time",
         *         "date": "Tuesday, November 24",
         *         "time": "7:00 p.m."
         *       },
         *       "offers": [],
         *       "items": [
         *         {
         *           "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *           "status": "booked",
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "title": "Follow-up after proton therapy",
         *           "institution": "Naniwa International Hospital",
         *           "other": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "otherPlace": "Osaka",
         *           "myRole": "interpreter",
         *           "door": "early",
         *           "waiting": [],
         *           "kind": "visit",
         *           "version": 3,
         *           "confirmed": false,
         *           "declined": false,
         *           "movedFrom": null,
         *           "episodeId": null,
         *           "interpreter": {
         *             "display": "Mori Yuki",
         *             "bare": "Mori Yuki",
         *             "original": "森 由紀",
         *             "originalLang": "ja"
         *           },
         *           "expectedWords": null,
         *           "things": [],
         *           "interprets": [
         *             "ja",
         *             "en"
         *           ]
         *         }
         *       ],
         *       "next": null
         *     }
         */
        JobsPage: {
            now: components["schemas"]["Clock"];
            offers: components["schemas"]["AskView"][];
            items: {
                /** Format: uuid */
                visitId: string;
                /** @enum {string} */
                status: "held" | "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "lapsed";
                when: components["schemas"]["When"];
                title: string;
                institution: string;
                other: components["schemas"]["PersonName"];
                otherPlace: string;
                /** @enum {string} */
                myRole: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                /** @enum {string} */
                door: "early" | "open" | "over";
                waiting: {
                    /** Format: uuid */
                    seatId: string;
                    name: components["schemas"]["PersonName"];
                    /** @enum {string} */
                    role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                    /** Format: date-time */
                    since: string;
                    minutes: number;
                }[];
                /** @enum {string} */
                kind: "visit" | "conference";
                version: number;
                confirmed: boolean | null;
                declined: boolean;
                movedFrom: string | null;
                /** Format: uuid */
                episodeId: string | null;
                interpreter: components["schemas"]["PersonName"] | null;
                expectedWords: string | null;
                things: string[];
                interprets: (string)[] | null;
            }[];
            next: string | null;
        };
        /**
         * @description A visit that an interpreter is asked for.
         * @example {
         *       "askId": "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0",
         *       "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "seriesId": null,
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       },
         *       "languages": [
         *         "ja",
         *         "en"
         *       ],
         *       "answerByWords": "until today, 5:00 p.m.",
         *       "institution": "Naniwa International Hospital",
         *       "minutes": 30
         *     }
         */
        AskView: {
            /** Format: uuid */
            askId: string;
            /** Format: uuid */
            visitId: string;
            /** Format: uuid */
            seriesId: string | null;
            when: components["schemas"]["When"];
            languages: (string)[];
            answerByWords: string;
            institution: string;
            minutes: number;
        };
        /**
         * @description A patient’s visits, the newest first.
         * @example {
         *       "items": [
         *         {
         *           "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *           "status": "booked",
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "title": "Follow-up after proton therapy",
         *           "institution": "Naniwa International Hospital",
         *           "other": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "otherPlace": "Osaka",
         *           "myRole": "patient",
         *           "door": "early",
         *           "waiting": [],
         *           "kind": "visit",
         *           "version": 3,
         *           "confirmed": false,
         *           "declined": false,
         *           "movedFrom": null,
         *           "episodeId": null,
         *           "interpreter": {
         *             "display": "Mori Yuki",
         *             "bare": "Mori Yuki",
         *             "original": "森 由紀",
         *             "originalLang": "ja"
         *           },
         *           "expectedWords": null,
         *           "things": [],
         *           "noteSigned": false
         *         }
         *       ],
         *       "next": null
         *     }
         */
        MyVisitsPage: {
            items: {
                /** Format: uuid */
                visitId: string;
                /** @enum {string} */
                status: "held" | "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "lapsed";
                when: components["schemas"]["When"];
                title: string;
                institution: string;
                other: components["schemas"]["PersonName"];
                otherPlace: string;
                /** @enum {string} */
                myRole: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                /** @enum {string} */
                door: "early" | "open" | "over";
                waiting: {
                    /** Format: uuid */
                    seatId: string;
                    name: components["schemas"]["PersonName"];
                    /** @enum {string} */
                    role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                    /** Format: date-time */
                    since: string;
                    minutes: number;
                }[];
                /** @enum {string} */
                kind: "visit" | "conference";
                version: number;
                confirmed: boolean | null;
                declined: boolean;
                movedFrom: string | null;
                /** Format: uuid */
                episodeId: string | null;
                interpreter: components["schemas"]["PersonName"] | null;
                expectedWords: string | null;
                things: string[];
                noteSigned: boolean;
            }[];
            next: string | null;
        };
        /**
         * @description The first page of the demo world.
         * @example {
         *       "visit": {
         *         "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *         "when": {
         *           "startsAt": "2026-11-25T00:00:00Z",
         *           "endsAt": "2026-11-25T00:30:00Z",
         *           "minutes": 30,
         *           "yours": {
         *             "place": "Toronto",
         *             "zone": "America/Toronto",
         *             "zoneName": "Eastern Standard Time",
         *             "date": "Tuesday, November 24",
         *             "time": "7:00 p.m."
         *           },
         *           "theirs": {
         *             "place": "Osaka",
         *             "zone": "Asia/Tokyo",
         *             "zoneName": "Japan Standard Time",
         *             "date": "Wednesday, November 25",
         *             "time": "9:00 a.m."
         *           },
         *           "relative": "in 2 days",
         *           "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *         },
         *         "title": "Follow-up after proton therapy",
         *         "status": "booked"
         *       },
         *       "people": [],
         *       "others": [],
         *       "tour": [
         *         {
         *           "step": "patient_opens",
         *           "done": false
         *         }
         *       ],
         *       "lan": false,
         *       "mailbox": {
         *         "count": 2,
         *         "last": "Your visit on Tuesday, November 24"
         *       }
         *     }
         */
        StagePage: {
            visit: {
                /** Format: uuid */
                visitId: string;
                when: components["schemas"]["When"];
                title: string;
                /** @enum {string} */
                status: "held" | "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "lapsed";
            };
            people: components["schemas"]["StagePerson"][];
            others: components["schemas"]["StagePerson"][];
            tour: {
                /** @enum {string} */
                step: "patient_opens" | "patient_waits" | "physician_admits" | "both_talk" | "interpreter_joins" | "visit_ends";
                done: boolean;
            }[];
            lan: boolean;
            mailbox: {
                count: number;
                last: string | null;
            };
        };
        StagePerson: {
            persona: string;
            name: components["schemas"]["PersonName"];
            /** @enum {string} */
            role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
            place: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            time: string;
            href: string;
            /** @enum {string|null} */
            state: "invited" | "waiting" | "admitted" | "joined" | "left" | "removed" | null;
            waitingMinutes: number | null;
        };
        /**
         * @description Taken in.
         * @example {}
         */
        Nothing: Record<string, never>;
        /**
         * @description What a link is, without using it.
         * @example {
         *       "kind": "sign_in",
         *       "state": "ready",
         *       "for": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "institution": null,
         *       "when": null,
         *       "visitId": null,
         *       "signedInAs": null,
         *       "mailHint": null
         *     }
         */
        LinkLook: {
            /** @enum {string} */
            kind: "sign_in" | "invitation" | "visit";
            /** @enum {string} */
            state: "ready" | "confirm" | "used" | "expired" | "ended" | "cancelled" | "not_yet";
            for: components["schemas"]["PersonName"] | null;
            institution: string | null;
            when: components["schemas"]["When"] | null;
            /** Format: uuid */
            visitId: string | null;
            /** @enum {string|null} */
            signedInAs: "same" | "other" | null;
            mailHint: string | null;
        };
        /**
         * @description Signed in, and the page to go to.
         * @example {
         *       "session": {
         *         "me": null,
         *         "demo": null,
         *         "version": "0.1.0",
         *         "scope": null,
         *         "welcomeNeeded": false,
         *         "steward": false,
         *         "renewAt": null,
         *         "empty": false
         *       },
         *       "goTo": "/"
         *     }
         */
        LinkRedeemed: {
            session: components["schemas"]["Session"];
            goTo: string;
        };
        /**
         * @example {
         *       "institutionId": "7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6"
         *     }
         */
        InstitutionMade: {
            /** Format: uuid */
            institutionId: string;
        };
        /**
         * @description Who works at an institution, and who was asked to.
         * @example {
         *       "institution": {
         *         "institutionId": "7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6",
         *         "name": "Okaeri Osaka Hospital",
         *         "city": "Osaka",
         *         "country": "JP",
         *         "zone": "Asia/Tokyo",
         *         "phone": "+81 6-0000-0100",
         *         "email": null
         *       },
         *       "people": [
         *         {
         *           "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *           "name": {
         *             "display": "Dr Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "roles": [
         *             "physician"
         *           ],
         *           "email": "sato@hospital.example",
         *           "emailState": "works",
         *           "place": "Osaka",
         *           "languages": [],
         *           "licence": "JP 123456"
         *         }
         *       ],
         *       "invitations": [],
         *       "things": [],
         *       "mayInvite": [
         *         "physician",
         *         "coordinator",
         *         "interpreter",
         *         "administrator"
         *       ],
         *       "mayEnd": true,
         *       "mailSet": true
         *     }
         */
        PeoplePage: {
            institution: {
                /** Format: uuid */
                institutionId: string;
                name: string;
                city: string;
                country: string;
                zone: string;
                phone: string;
                email: string | null;
            };
            people: components["schemas"]["PersonRow"][];
            invitations: components["schemas"]["InvitationView"][];
            things: components["schemas"]["ThingView"][];
            mayInvite: ("physician" | "coordinator" | "interpreter" | "administrator")[];
            mayEnd: boolean;
            mailSet: boolean;
        };
        /**
         * @description The invitation that was made, or the open one there was already.
         * @example {
         *       "invitationId": "1f2e3d4c-5b6a-4790-8a1b-2c3d4e5f6071",
         *       "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e"
         *     }
         */
        Invited: {
            /** Format: uuid */
            invitationId: string;
            /** Format: uuid */
            personId: string;
        };
        /**
         * @example {
         *       "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "invited": true
         *     }
         */
        PatientRegistered: {
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            episodeId: string;
            invited: boolean;
        };
        /**
         * @description The record that is kept; null where they are two people.
         * @example {
         *       "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e"
         *     }
         */
        Merged: {
            /** Format: uuid */
            personId: string | null;
        };
        /**
         * @example {
         *       "name": "Emily Tremblay",
         *       "nameLatin": "Emily Tremblay",
         *       "nameKana": "エミリー・トレンブレー",
         *       "language": "en",
         *       "zone": "America/Toronto",
         *       "reminders": [
         *         1440,
         *         60,
         *         10
         *       ],
         *       "quiet": {
         *         "from": "22:00",
         *         "to": "07:00"
         *       },
         *       "phone": "+1 416-555-0142",
         *       "phoneState": "works",
         *       "email": "emily@home.example",
         *       "emailState": "works",
         *       "channels": [
         *         "email",
         *         "sms",
         *         "app"
         *       ],
         *       "offered": [
         *         "email",
         *         "sms",
         *         "app"
         *       ],
         *       "pushKey": null,
         *       "sessions": [
         *         {
         *           "sessionId": "3a2b1c0d-9e8f-4a7b-8c6d-5e4f3a2b1c0d",
         *           "here": true,
         *           "deviceWords": "Safari, iPhone",
         *           "sinceWords": "Saturday, November 21, 9:41 a.m."
         *         }
         *       ]
         *     }
         */
        SettingsPage: {
            name: string;
            nameLatin: string;
            nameKana: string | null;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            zone: string;
            reminders: number[];
            quiet: components["schemas"]["QuietHours"] | null;
            phone: string | null;
            /** @enum {string} */
            phoneState: "unknown" | "works" | "refused";
            email: string | null;
            /** @enum {string} */
            emailState: "unknown" | "works" | "bounced";
            channels: ("email" | "sms" | "push" | "app")[];
            offered: ("email" | "sms" | "push" | "app")[];
            pushKey: string | null;
            sessions: {
                /** Format: uuid */
                sessionId: string;
                here: boolean;
                deviceWords: string;
                sinceWords: string;
            }[];
        };
        /**
         * @description What a time means on all clocks, and whom it collides with.
         * @example {
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       },
         *       "walls": [
         *         {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         }
         *       ],
         *       "wall": {
         *         "date": "2026-11-25",
         *         "time": "09:00",
         *         "zone": "Asia/Tokyo"
         *       },
         *       "conflicts": [],
         *       "free": null,
         *       "warnings": [
         *         "night_patient"
         *       ]
         *     }
         */
        PreviewAnswer: {
            when: components["schemas"]["When"];
            walls: components["schemas"]["Clock"][];
            wall: {
                date: string;
                time: string;
                zone: string;
            };
            conflicts: components["schemas"]["Conflict"][];
            free: components["schemas"]["FreeTime"] | null;
            warnings: ("night_patient" | "night_physician" | "past")[];
        };
        /**
         * @description The visit that was booked.
         * @example {
         *       "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       },
         *       "status": "booked"
         *     }
         */
        VisitBooked: {
            /** Format: uuid */
            visitId: string;
            when: components["schemas"]["When"];
            /** @enum {string} */
            status: "booked" | "pending";
        };
        /**
         * @description The visits that were booked, the earliest first.
         * @example {
         *       "visitIds": [
         *         "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
         *       ],
         *       "whens": [
         *         {
         *           "startsAt": "2026-11-25T00:00:00Z",
         *           "endsAt": "2026-11-25T00:30:00Z",
         *           "minutes": 30,
         *           "yours": {
         *             "place": "Toronto",
         *             "zone": "America/Toronto",
         *             "zoneName": "Eastern Standard Time",
         *             "date": "Tuesday, November 24",
         *             "time": "7:00 p.m."
         *           },
         *           "theirs": {
         *             "place": "Osaka",
         *             "zone": "Asia/Tokyo",
         *             "zoneName": "Japan Standard Time",
         *             "date": "Wednesday, November 25",
         *             "time": "9:00 a.m."
         *           },
         *           "relative": "in 2 days",
         *           "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *         }
         *       ]
         *     }
         */
        SeriesBooked: {
            visitIds: string[];
            whens: components["schemas"]["When"][];
        };
        /**
         * @description What a series means on all clocks, and what stands against each of its dates.
         * @example {
         *       "dates": [
         *         {
         *           "date": "2026-11-24",
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "state": "free",
         *           "swapped": false,
         *           "conflicts": [],
         *           "alternatives": [],
         *           "warnings": []
         *         }
         *       ]
         *     }
         */
        SeriesPreview: {
            dates: {
                date: string;
                when: components["schemas"]["When"];
                /** @enum {string} */
                state: "free" | "taken" | "missing" | "past" | "skipped";
                swapped: boolean;
                conflicts: components["schemas"]["Conflict"][];
                alternatives: components["schemas"]["FreeTime"][];
                warnings: ("night_patient" | "night_physician" | "past")[];
            }[];
        };
        /**
         * @description The new time.
         * @example {
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       },
         *       "version": 4
         *     }
         */
        VisitMoved: {
            when: components["schemas"]["When"];
            version: number;
        };
        /**
         * @description The seat that was added.
         * @example {
         *       "seatId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
         *     }
         */
        SeatAdded: {
            /** Format: uuid */
            seatId: string;
        };
        /**
         * @description The changes of a visit, the newest first.
         * @example {
         *       "items": [
         *         {
         *           "changeId": "41",
         *           "atWords": "yesterday, 4:12 p.m.",
         *           "by": {
         *             "display": "Tanaka Megumi",
         *             "bare": "Tanaka Megumi",
         *             "original": "田中 恵",
         *             "originalLang": "ja"
         *           },
         *           "kind": "moved",
         *           "sentence": "The visit was moved.",
         *           "reason": "The operating list of the day is longer.",
         *           "before": "Tuesday, November 24, 7:00 p.m.",
         *           "after": "Tuesday, November 24, 8:00 p.m."
         *         }
         *       ],
         *       "next": null
         *     }
         */
        HistoryPage: {
            items: components["schemas"]["HistoryItem"][];
            next: string | null;
        };
        /**
         * @description One change of a visit: who, when, why.
         * @example {
         *       "changeId": "41",
         *       "atWords": "yesterday, 4:12 p.m.",
         *       "by": {
         *         "display": "Tanaka Megumi",
         *         "bare": "Tanaka Megumi",
         *         "original": "田中 恵",
         *         "originalLang": "ja"
         *       },
         *       "kind": "moved",
         *       "sentence": "The visit was moved.",
         *       "reason": "The operating list of the day is longer.",
         *       "before": "Tuesday, November 24, 7:00 p.m.",
         *       "after": "Tuesday, November 24, 8:00 p.m."
         *     }
         */
        HistoryItem: {
            changeId: string;
            atWords: string;
            by: components["schemas"]["PersonName"] | null;
            /** @enum {string} */
            kind: "held" | "pending" | "booked" | "moved" | "cancelled" | "confirmed" | "declined" | "agreed" | "lapsed" | "seat_added" | "seat_removed" | "outcome" | "clock";
            sentence: string;
            reason: string | null;
            before: string | null;
            after: string | null;
        };
        /**
         * @description The time that is held.
         * @example {
         *       "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "when": {
         *         "startsAt": "2026-11-25T00:00:00Z",
         *         "endsAt": "2026-11-25T00:30:00Z",
         *         "minutes": 30,
         *         "yours": {
         *           "place": "Toronto",
         *           "zone": "America/Toronto",
         *           "zoneName": "Eastern Standard Time",
         *           "date": "Tuesday, November 24",
         *           "time": "7:00 p.m."
         *         },
         *         "theirs": {
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "zoneName": "Japan Standard Time",
         *           "date": "Wednesday, November 25",
         *           "time": "9:00 a.m."
         *         },
         *         "relative": "in 2 days",
         *         "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *       },
         *       "untilWords": "until 7:41 p.m.",
         *       "seconds": 600,
         *       "version": 1
         *     }
         */
        Held: {
            /** Format: uuid */
            visitId: string;
            when: components["schemas"]["When"];
            untilWords: string;
            seconds: number;
            version: number;
        };
        /**
         * @description What became of a file that was brought.
         * @example {
         *       "importId": "7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6c",
         *       "by": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "atWords": "today, 9:41 a.m.",
         *       "outcome": "taken",
         *       "counts": {
         *         "taken": 24,
         *         "kept": 1,
         *         "refused": 0,
         *         "unchanged": 0
         *       },
         *       "href": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/record/imports/7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6c/content",
         *       "why": null,
         *       "rows": [
         *         {
         *           "outcome": "kept",
         *           "said": "Observation: something that belongs there is missing (status).",
         *           "count": 1
         *         }
         *       ]
         *     }
         */
        ImportReport: {
            /** Format: uuid */
            importId: string;
            by: components["schemas"]["PersonName"];
            atWords: string;
            /** @enum {string} */
            outcome: "taken" | "refused";
            counts: {
                taken: number;
                kept: number;
                refused: number;
                unchanged: number;
            };
            href: string;
            why: string | null;
            rows: {
                /** @enum {string} */
                outcome: "taken" | "kept" | "refused";
                said: string;
                count: number;
            }[];
        };
        /**
         * @description Files, the newest first.
         * @example {
         *       "items": [
         *         {
         *           "file": {
         *             "fileId": "7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6b",
         *             "visitId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f11",
         *             "name": "left-knee.jpg",
         *             "type": "image/jpeg",
         *             "bytes": 2480113,
         *             "received": 2480113,
         *             "state": "ready",
         *             "why": null,
         *             "by": {
         *               "display": "Emily Tremblay",
         *               "bare": "Emily Tremblay",
         *               "original": null,
         *               "originalLang": "en"
         *             },
         *             "atWords": "today, 9:41 a.m.",
         *             "mine": true,
         *             "mayRemove": true,
         *             "scanned": true,
         *             "href": "/api/files/7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6b/content"
         *           },
         *           "visit": {
         *             "visitId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f11",
         *             "title": "Follow-up after proton therapy",
         *             "whenWords": "Tuesday, November 24, 7:00 p.m."
         *           }
         *         }
         *       ],
         *       "next": null,
         *       "addTo": null
         *     }
         */
        FilesPage: {
            items: {
                file: components["schemas"]["FileView"];
                visit: {
                    /** Format: uuid */
                    visitId: string;
                    title: string;
                    whenWords: string;
                };
            }[];
            next: string | null;
            addTo: {
                /** Format: uuid */
                visitId: string;
                title: string;
                whenWords: string;
            } | null;
        };
        /**
         * @description The record of a patient.
         * @example {
         *       "patient": {
         *         "personId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12",
         *         "name": {
         *           "display": "Emily Tremblay",
         *           "bare": "Emily Tremblay",
         *           "original": null,
         *           "originalLang": "en"
         *         }
         *       },
         *       "mine": true,
         *       "imports": [
         *         {
         *           "importId": "7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6c",
         *           "by": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "atWords": "today, 9:41 a.m.",
         *           "outcome": "taken",
         *           "counts": {
         *             "taken": 24,
         *             "kept": 1,
         *             "refused": 0,
         *             "unchanged": 0
         *           },
         *           "href": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/record/imports/7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6c/content"
         *         }
         *       ],
         *       "sections": [
         *         {
         *           "key": "allergies",
         *           "title": "Allergies and intolerances",
         *           "empty": null,
         *           "lines": [
         *             {
         *               "lineId": "1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1a",
         *               "type": "AllergyIntolerance",
         *               "title": "Penicillin",
         *               "said": [
         *                 "Reaction: rash"
         *               ],
         *               "when": "2010",
         *               "understood": true,
         *               "attachments": []
         *             }
         *           ],
         *           "narratives": []
         *         }
         *       ],
         *       "exportHref": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/record/export",
         *       "partly": false
         *     }
         */
        RecordPage: {
            patient: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
            };
            mine: boolean;
            imports: {
                /** Format: uuid */
                importId: string;
                by: components["schemas"]["PersonName"];
                atWords: string;
                /** @enum {string} */
                outcome: "taken" | "refused";
                counts: {
                    taken: number;
                    kept: number;
                    refused: number;
                    unchanged: number;
                };
                href: string;
            }[];
            sections: {
                key: string;
                title: string;
                empty: string | null;
                lines: {
                    lineId: string;
                    type: string;
                    title: string;
                    said: string[];
                    when: string | null;
                    understood: boolean;
                    attachments: {
                        title: string | null;
                        type: string | null;
                        bytes: number | null;
                        href: string | null;
                    }[];
                }[];
                narratives: string[];
            }[];
            exportHref: string | null;
            partly: boolean;
        };
        /**
         * @description The note of a visit as a page of its own.
         * @example {
         *       "visitId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f11",
         *       "kind": "visit",
         *       "episodeId": "5a2b7c10-1f6e-4d0c-9b8a-7e6f5d4c3b2a",
         *       "title": "Follow-up after proton therapy",
         *       "whenWords": "Tuesday, November 24, 7:00 p.m.",
         *       "other": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       },
         *       "note": {
         *         "noteId": "1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1f",
         *         "state": "signed",
         *         "draft": null,
         *         "versions": [
         *           {
         *             "number": 1,
         *             "text": "Three months after the last session she is well. The scar does not hurt any more.",
         *             "nextSteps": "Blood test in two weeks. Next visit in three months.",
         *             "language": "en",
         *             "signedBy": {
         *               "display": "Dr. Sato Kenji",
         *               "bare": "Sato Kenji",
         *               "original": "佐藤 健司",
         *               "originalLang": "ja"
         *             },
         *             "signedAtWords": "today, 10:20 a.m.",
         *             "reason": null
         *           }
         *         ],
         *         "read": true,
         *         "readBy": []
         *       },
         *       "others": [],
         *       "mayWrite": false
         *     }
         */
        NotePage: {
            /** Format: uuid */
            visitId: string;
            /** @enum {string} */
            kind: "visit" | "conference";
            /** Format: uuid */
            episodeId: string;
            title: string;
            whenWords: string;
            other: components["schemas"]["PersonName"];
            note: components["schemas"]["NoteView"] | null;
            others: components["schemas"]["NoteView"][];
            mayWrite: boolean;
        };
        /**
         * @description A file of a record, and what became of it.
         * @example {
         *       "uploadId": "5a1c7e20-2f4b-4d6a-8c9e-0b1a2c3d4e5f",
         *       "batchId": "9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
         *       "name": "CT-abdomen.zip",
         *       "bytes": 184549376,
         *       "received": 184549376,
         *       "state": "done",
         *       "kind": "zip",
         *       "counts": {
         *         "taken": 212,
         *         "kept": 1,
         *         "refused": 0
         *       },
         *       "rows": [
         *         {
         *           "outcome": "taken",
         *           "said": "CT picture: taken",
         *           "count": 212
         *         },
         *         {
         *           "outcome": "kept",
         *           "said": "The list of a disc: kept, and not needed",
         *           "count": 1
         *         }
         *       ],
         *       "importId": null,
         *       "href": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/uploads/5a1c7e20-2f4b-4d6a-8c9e-0b1a2c3d4e5f/content"
         *     }
         */
        UploadView: {
            /** Format: uuid */
            uploadId: string;
            /** Format: uuid */
            batchId: string;
            name: string;
            bytes: number;
            received: number;
            /** @enum {string} */
            state: "receiving" | "working" | "done" | "refused";
            /** @enum {string|null} */
            kind: "dicom" | "zip" | "fhir" | "xml" | "pdf" | "image" | "other" | null;
            counts: {
                taken: number;
                kept: number;
                refused: number;
            };
            rows: {
                /** @enum {string} */
                outcome: "taken" | "kept" | "refused";
                said: string;
                count: number;
            }[];
            /** Format: uuid */
            importId: string | null;
            href: string | null;
        };
        /**
         * @description What was brought, the newest first.
         * @example {
         *       "brings": []
         *     }
         */
        BringsView: {
            brings: components["schemas"]["BringView"][];
        };
        /**
         * @description Files that came together, and what became of them.
         * @example {
         *       "batchId": "9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
         *       "by": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "atWords": "today, 9:41 a.m.",
         *       "state": "done",
         *       "files": 1,
         *       "filesDone": 1,
         *       "bytes": 184549376,
         *       "received": 184549376,
         *       "counts": {
         *         "taken": 212,
         *         "kept": 1,
         *         "refused": 0
         *       },
         *       "rows": [
         *         {
         *           "outcome": "taken",
         *           "said": "CT picture: taken",
         *           "count": 212
         *         },
         *         {
         *           "outcome": "kept",
         *           "said": "The list of a disc: kept, and not needed",
         *           "count": 1
         *         }
         *       ],
         *       "importIds": [],
         *       "studyIds": [
         *         "2c4e6a80-1b3d-4f5a-9c7e-8d6b4a2c0e1f"
         *       ]
         *     }
         */
        BringView: {
            /** Format: uuid */
            batchId: string;
            by: components["schemas"]["PersonName"];
            atWords: string;
            /** @enum {string} */
            state: "receiving" | "working" | "done";
            files: number;
            filesDone: number;
            bytes: number;
            received: number;
            counts: {
                taken: number;
                kept: number;
                refused: number;
            };
            rows: {
                /** @enum {string} */
                outcome: "taken" | "kept" | "refused";
                said: string;
                count: number;
            }[];
            importIds: string[];
            studyIds: string[];
        };
        /**
         * @description The pictures of a patient, by study and series.
         * @example {
         *       "patient": {
         *         "personId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12",
         *         "name": {
         *           "display": "Emily Tremblay",
         *           "bare": "Emily Tremblay",
         *           "original": null,
         *           "originalLang": "en"
         *         }
         *       },
         *       "mine": true,
         *       "studies": [
         *         {
         *           "studyId": "2c4e6a80-1b3d-4f5a-9c7e-8d6b4a2c0e1f",
         *           "title": "CT abdomen",
         *           "whenWords": "October 2, 2026",
         *           "from": "Osaka Clinic",
         *           "series": [
         *             {
         *               "seriesId": "6d8f0a1c-3b5e-4d7f-8a9b-0c2e4f6a8b1d",
         *               "studyId": "2c4e6a80-1b3d-4f5a-9c7e-8d6b4a2c0e1f",
         *               "number": 3,
         *               "modality": "CT",
         *               "modalityWords": "CT scan",
         *               "description": "Abdomen, portal venous",
         *               "whenWords": "October 2, 2026",
         *               "bodyPart": "ABDOMEN",
         *               "instances": 212,
         *               "frames": 212,
         *               "shown": 212,
         *               "thumbnail": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/imaging/series/6d8f0a1c-3b5e-4d7f-8a9b-0c2e4f6a8b1d/thumbnail"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        ImagingPage: {
            patient: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
            };
            mine: boolean;
            studies: {
                /** Format: uuid */
                studyId: string;
                title: string;
                whenWords: string | null;
                from: string | null;
                series: {
                    /** Format: uuid */
                    seriesId: string;
                    /** Format: uuid */
                    studyId: string;
                    number: number | null;
                    modality: string;
                    modalityWords: string;
                    description: string | null;
                    whenWords: string | null;
                    bodyPart: string | null;
                    instances: number;
                    frames: number;
                    shown: number;
                    thumbnail: string | null;
                }[];
            }[];
        };
        /**
         * @description A series with everything that a viewer needs.
         * @example {
         *       "patient": {
         *         "personId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12",
         *         "name": {
         *           "display": "Emily Tremblay",
         *           "bare": "Emily Tremblay",
         *           "original": null,
         *           "originalLang": "en"
         *         }
         *       },
         *       "mine": true,
         *       "seriesId": "6d8f0a1c-3b5e-4d7f-8a9b-0c2e4f6a8b1d",
         *       "studyId": "2c4e6a80-1b3d-4f5a-9c7e-8d6b4a2c0e1f",
         *       "number": 3,
         *       "modality": "CT",
         *       "modalityWords": "CT scan",
         *       "description": "Abdomen, portal venous",
         *       "whenWords": "October 2, 2026",
         *       "bodyPart": "ABDOMEN",
         *       "instances": 212,
         *       "frames": 212,
         *       "shown": 212,
         *       "thumbnail": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/imaging/series/6d8f0a1c-3b5e-4d7f-8a9b-0c2e4f6a8b1d/thumbnail",
         *       "studyTitle": "CT abdomen",
         *       "pictures": [
         *         {
         *           "instanceId": "8e0a2c4d-5f7b-4e9a-9b1c-3d5f7a9c1e2b",
         *           "number": 1,
         *           "frames": 1,
         *           "rows": 512,
         *           "columns": 512,
         *           "bytes": 526336,
         *           "transferSyntax": "1.2.840.10008.1.2.1",
         *           "window": {
         *             "center": 40,
         *             "width": 400
         *           },
         *           "spacing": {
         *             "row": 0.7,
         *             "column": 0.7
         *           },
         *           "position": -120.5,
         *           "shown": true,
         *           "href": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/imaging/instances/8e0a2c4d-5f7b-4e9a-9b1c-3d5f7a9c1e2b/content"
         *         }
         *       ]
         *     }
         */
        ImagingSeries: {
            patient: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
            };
            mine: boolean;
            /** Format: uuid */
            seriesId: string;
            /** Format: uuid */
            studyId: string;
            number: number | null;
            modality: string;
            modalityWords: string;
            description: string | null;
            whenWords: string | null;
            bodyPart: string | null;
            instances: number;
            frames: number;
            shown: number;
            thumbnail: string | null;
            studyTitle: string;
            pictures: {
                /** Format: uuid */
                instanceId: string;
                number: number | null;
                frames: number;
                rows: number;
                columns: number;
                bytes: number;
                transferSyntax: string;
                window: {
                    center: number;
                    width: number;
                } | null;
                spacing: {
                    row: number;
                    column: number;
                } | null;
                position: number | null;
                shown: boolean;
                href: string;
            }[];
        };
        /**
         * @description What of a picture tells whose it is, and what becomes of it before it is handed on.
         * @example {
         *       "rows": [
         *         {
         *           "tag": "(0010,0010)",
         *           "name": "PatientName",
         *           "before": "TREMBLAY^EMILY",
         *           "after": ""
         *         }
         *       ],
         *       "burnedIn": "unknown",
         *       "href": "/api/patients/3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12/imaging/instances/8e0a2c4d-5f7b-4e9a-9b1c-3d5f7a9c1e2b/deidentified/content"
         *     }
         */
        DeidentifiedView: {
            rows: {
                tag: string;
                name: string;
                before: string;
                after: string | null;
            }[];
            /** @enum {string} */
            burnedIn: "yes" | "no" | "unknown";
            href: string;
        };
        /**
         * @description One page about a patient for the consult.
         * @example {
         *       "patient": {
         *         "personId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12",
         *         "name": {
         *           "display": "Emily Tremblay",
         *           "bare": "Emily Tremblay",
         *           "original": null,
         *           "originalLang": "en"
         *         },
         *         "bornWords": "14 March 1958 (68)"
         *       },
         *       "mine": false,
         *       "visitId": "0d3c7a10-2b4e-4c1d-8e6f-5a4b3c2d1e0f",
         *       "sinceWords": "12 October 2026",
         *       "sections": [
         *         {
         *           "key": "results",
         *           "title": "Newest results",
         *           "empty": null,
         *           "lines": [
         *             {
         *               "lineId": "1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1a",
         *               "title": "Bilirubin",
         *               "said": [
         *                 "1.4 mg/dL",
         *                 "0.2 – 1.2 mg/dL"
         *               ],
         *               "when": "1 October 2026",
         *               "flag": "high",
         *               "trend": "up",
         *               "before": null
         *             }
         *           ],
         *           "more": 12
         *         }
         *       ],
         *       "missing": [
         *         "Vaccinations"
         *       ],
         *       "entries": 214,
         *       "partly": false
         *     }
         */
        BriefPage: {
            patient: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                bornWords: string | null;
            };
            mine: boolean;
            /** Format: uuid */
            visitId: string | null;
            sinceWords: string | null;
            sections: {
                /** @enum {string} */
                key: "news" | "allergies" | "problems" | "medications" | "results" | "vitals" | "procedures" | "devices";
                title: string;
                empty: string | null;
                lines: {
                    lineId: string;
                    title: string;
                    said: string[];
                    when: string | null;
                    /** @enum {string|null} */
                    flag: "high" | "low" | "odd" | null;
                    /** @enum {string|null} */
                    trend: "up" | "down" | null;
                    before: string | null;
                }[];
                more: number;
            }[];
            missing: string[];
            entries: number;
            partly: boolean;
        };
        /**
         * @description A record by its dates.
         * @example {
         *       "mine": false,
         *       "kinds": [
         *         {
         *           "kind": "procedures",
         *           "words": "Operations and procedures",
         *           "count": 1
         *         }
         *       ],
         *       "months": [
         *         {
         *           "key": "2026-05",
         *           "words": "May 2026",
         *           "entries": [
         *             {
         *               "entryId": "1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1a",
         *               "kind": "procedures",
         *               "kindWords": "Operations and procedures",
         *               "when": "18 May 2026",
         *               "title": "Proton therapy of the liver",
         *               "said": [],
         *               "flag": null,
         *               "items": []
         *             }
         *           ]
         *         }
         *       ],
         *       "next": null
         *     }
         */
        TimelinePage: {
            mine: boolean;
            kinds: {
                /** @enum {string} */
                kind: "problems" | "medications" | "allergies" | "results" | "vitals" | "procedures" | "immunizations" | "documents" | "visits" | "other";
                words: string;
                count: number;
            }[];
            months: {
                key: string;
                words: string;
                entries: {
                    entryId: string;
                    /** @enum {string} */
                    kind: "problems" | "medications" | "allergies" | "results" | "vitals" | "procedures" | "immunizations" | "documents" | "visits" | "other";
                    kindWords: string;
                    when: string;
                    title: string;
                    said: string[];
                    /** @enum {string|null} */
                    flag: "high" | "low" | "odd" | null;
                    items: {
                        lineId: string;
                        title: string;
                        said: string[];
                        /** @enum {string|null} */
                        flag: "high" | "low" | "odd" | null;
                    }[];
                }[];
            }[];
            next: number | null;
        };
        /**
         * @description What was measured, each kind in one unit.
         * @example {
         *       "mine": false,
         *       "groups": [
         *         {
         *           "key": "results",
         *           "title": "Laboratory",
         *           "series": [
         *             {
         *               "key": "bilirubin",
         *               "title": "Bilirubin",
         *               "unit": "mg/dL",
         *               "points": [
         *                 {
         *                   "day": 20727,
         *                   "when": "1 October 2026",
         *                   "value": 1.4,
         *                   "below": null,
         *                   "words": "1.4 mg/dL",
         *                   "brought": "23.9 µmol/L",
         *                   "flag": "high"
         *                 }
         *               ],
         *               "range": {
         *                 "low": 0.2,
         *                 "high": 1.2
         *               },
         *               "rangeWords": "0.2 – 1.2 mg/dL"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        TrendsPage: {
            mine: boolean;
            groups: {
                /** @enum {string} */
                key: "results" | "vitals" | "other";
                title: string;
                series: {
                    key: string;
                    title: string;
                    unit: string;
                    points: {
                        day: number;
                        when: string;
                        value: number;
                        below: number | null;
                        words: string;
                        brought: string | null;
                        /** @enum {string|null} */
                        flag: "high" | "low" | "odd" | null;
                    }[];
                    range: {
                        low: number | null;
                        high: number | null;
                    } | null;
                    rangeWords: string | null;
                }[];
            }[];
        };
        /**
         * @description What a patient wants to ask.
         * @example {
         *       "items": [
         *         {
         *           "questionId": "6c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f",
         *           "text": "May I swim again?",
         *           "language": "en",
         *           "answered": false,
         *           "answeredWords": null
         *         }
         *       ],
         *       "mayWrite": false,
         *       "full": false,
         *       "mayAnswer": true,
         *       "patientId": "3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12"
         *     }
         */
        VisitQuestions: {
            items: {
                /** Format: uuid */
                questionId: string;
                text: string;
                /** @enum {string} */
                language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
                answered: boolean;
                answeredWords: string | null;
            }[];
            mayWrite: boolean;
            full: boolean;
            mayAnswer: boolean;
            /** Format: uuid */
            patientId: string | null;
        };
        /**
         * @description Messages of an episode, the newest first.
         * @example {
         *       "episodeId": "5a2b7c10-1f6e-4d0c-9b8a-7e6f5d4c3b2a",
         *       "title": "Follow-up after proton therapy",
         *       "readers": [
         *         {
         *           "display": "Dr. Sato Kenji",
         *           "bare": "Sato Kenji",
         *           "original": "佐藤 健司",
         *           "originalLang": "ja"
         *         }
         *       ],
         *       "institution": "Osaka Follow-up Hospital",
         *       "items": [
         *         {
         *           "messageId": "2e4d6f80-91a2-4b3c-8d5e-6f7a8b9c0d1e",
         *           "by": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "mine": false,
         *           "role": "patient",
         *           "text": "May I swim again?",
         *           "language": "en",
         *           "atWords": "today, 9:41 a.m."
         *         }
         *       ],
         *       "next": null,
         *       "unread": 1
         *     }
         */
        ThreadPage: {
            /** Format: uuid */
            episodeId: string;
            title: string;
            readers: components["schemas"]["PersonName"][];
            institution: string;
            items: components["schemas"]["ThreadMessage"][];
            next: string | null;
            unread: number;
        };
        /**
         * @description A message of a thread.
         * @example {
         *       "messageId": "2e4d6f80-91a2-4b3c-8d5e-6f7a8b9c0d1e",
         *       "by": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "mine": false,
         *       "role": "patient",
         *       "text": "May I swim again?",
         *       "language": "en",
         *       "atWords": "today, 9:41 a.m."
         *     }
         */
        ThreadMessage: {
            /** Format: uuid */
            messageId: string;
            by: components["schemas"]["PersonName"];
            mine: boolean;
            /** @enum {string} */
            role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
            text: string;
            /** @enum {string} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko";
            atWords: string;
        };
        /**
         * @description The messages of a visit, the newest first.
         * @example {
         *       "items": [
         *         {
         *           "messageId": "8e1f2a3b-4c5d-4e6f-9a7b-8c9d0e1f2a3b",
         *           "atWords": "9:12 a.m.",
         *           "by": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "mine": false,
         *           "kind": "text",
         *           "text": "Please have your list of medicines at hand.",
         *           "language": "en",
         *           "file": null,
         *           "audience": "waiting",
         *           "to": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        ChatPage: {
            items: components["schemas"]["ChatMessage"][];
            next: string | null;
        };
        /**
         * @description One message of a visit.
         * @example {
         *       "messageId": "8e1f2a3b-4c5d-4e6f-9a7b-8c9d0e1f2a3b",
         *       "atWords": "9:12 a.m.",
         *       "by": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       },
         *       "mine": false,
         *       "kind": "text",
         *       "text": "Please have your list of medicines at hand.",
         *       "language": "en",
         *       "file": null,
         *       "audience": "waiting",
         *       "to": null
         *     }
         */
        ChatMessage: {
            /** Format: uuid */
            messageId: string;
            atWords: string;
            by: components["schemas"]["PersonName"];
            mine: boolean;
            /** @enum {string} */
            kind: "text" | "file" | "recording" | "late";
            text: string;
            language: string;
            file: components["schemas"]["FileView"] | null;
            /** @enum {string} */
            audience: "room" | "waiting";
            /** Format: uuid */
            to: string | null;
        };
        /**
         * @description How the links of a visit were.
         * @example {
         *       "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "seats": [
         *         {
         *           "seatId": "4c5d6e7f-8091-4a2b-9c3d-4e5f60718293",
         *           "name": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "role": "patient",
         *           "path": "udp",
         *           "samples": [
         *             {
         *               "atWords": "9:12 a.m.",
         *               "second": 120,
         *               "upStep": "full",
         *               "downStep": "low",
         *               "upKbps": 1850,
         *               "downKbps": 240,
         *               "upLoss": 0.002,
         *               "downLoss": 0.04,
         *               "roundTripMs": 212,
         *               "concealed": 0.01,
         *               "framesPerSecond": 24,
         *               "path": "udp"
         *             }
         *           ],
         *           "steps": [
         *             {
         *               "side": "down",
         *               "step": "low",
         *               "words": "Smaller pictures",
         *               "fromWords": "9:12 a.m.",
         *               "toWords": null,
         *               "fromSecond": 110,
         *               "toSecond": null
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        QualityPage: {
            /** Format: uuid */
            visitId: string;
            seats: {
                /** Format: uuid */
                seatId: string;
                name: components["schemas"]["PersonName"];
                /** @enum {string} */
                role: "patient" | "physician" | "interpreter" | "coordinator" | "guest";
                /** @enum {string|null} */
                path: "udp" | "tcp" | "turn" | null;
                samples: {
                    atWords: string;
                    second: number;
                    /** @enum {string} */
                    upStep: "full" | "low" | "stills" | "audio" | "callback" | "message";
                    /** @enum {string} */
                    downStep: "full" | "low" | "stills" | "audio" | "callback" | "message";
                    upKbps: number | null;
                    downKbps: number | null;
                    upLoss: number | null;
                    downLoss: number | null;
                    roundTripMs: number | null;
                    concealed: number | null;
                    framesPerSecond: number | null;
                    /** @enum {string|null} */
                    path: "udp" | "tcp" | "turn" | null;
                }[];
                steps: {
                    /** @enum {string} */
                    side: "up" | "down";
                    /** @enum {string} */
                    step: "full" | "low" | "stills" | "audio" | "callback" | "message";
                    words: string;
                    fromWords: string;
                    toWords: string | null;
                    fromSecond: number;
                    toSecond: number | null;
                }[];
            }[];
        };
        /**
         * @description When somebody or something can be had.
         * @example {
         *       "resourceId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *       "what": "physician",
         *       "name": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       },
         *       "title": "Dr. Sato Kenji",
         *       "zone": "Asia/Tokyo",
         *       "zoneWords": "Osaka, Japan Standard Time",
         *       "assumed": false,
         *       "form": {
         *         "zone": null,
         *         "noticeMinutes": 120,
         *         "bufferMinutes": 10,
         *         "perDay": 8,
         *         "good": [
         *           "09:00",
         *           "18:00"
         *         ],
         *         "holidays": [
         *           "JP"
         *         ],
         *         "rules": [
         *           {
         *             "kind": "open",
         *             "weekday": 1,
         *             "from": "09:00",
         *             "to": "17:00",
         *             "overnight": false,
         *             "validFrom": null,
         *             "validTo": null
         *           }
         *         ],
         *         "days": [
         *           {
         *             "kind": "off",
         *             "date": "2026-12-29",
         *             "from": null,
         *             "to": null,
         *             "reason": "Winter holidays"
         *           }
         *         ],
         *         "version": 1
         *       },
         *       "dayWords": [
         *         {
         *           "date": "2026-12-29",
         *           "words": "Tuesday 29 December"
         *         }
         *       ],
         *       "holidays": [
         *         {
         *           "date": "2027-01-01",
         *           "words": "Friday, January 1: New Year’s Day",
         *           "countries": [
         *             "JP"
         *           ]
         *         }
         *       ],
         *       "countries": [
         *         {
         *           "country": "JP",
         *           "words": "Japan"
         *         }
         *       ],
         *       "zones": [
         *         {
         *           "zone": "Asia/Tokyo",
         *           "words": "Osaka"
         *         }
         *       ],
         *       "changedWords": null,
         *       "mayWrite": true
         *     }
         */
        AvailabilityPage: {
            /** Format: uuid */
            resourceId: string;
            /** @enum {string} */
            what: "patient" | "physician" | "interpreter" | "coordinator" | "guest" | "room" | "device";
            name: components["schemas"]["PersonName"] | null;
            title: string;
            zone: string;
            zoneWords: string;
            assumed: boolean;
            form: components["schemas"]["AvailabilityShown"];
            dayWords: {
                date: string;
                words: string;
            }[];
            holidays: components["schemas"]["HolidayView"][];
            countries: {
                country: string;
                words: string;
            }[];
            zones: {
                zone: string;
                words: string;
            }[];
            changedWords: string | null;
            mayWrite: boolean;
        };
        /** @description When somebody or something can be had, as it was written. */
        AvailabilityShown: {
            zone: string | null;
            noticeMinutes: number;
            bufferMinutes: number;
            perDay: number | null;
            good: (string)[];
            holidays: string[];
            rules: {
                /** @enum {string} */
                kind: "open" | "break" | "on_call";
                weekday: number;
                from: string;
                to: string;
                /** @default false */
                overnight: boolean;
                /**
                 * Format: date
                 * @default null
                 */
                validFrom: string | null;
                /**
                 * Format: date
                 * @default null
                 */
                validTo: string | null;
            }[];
            version: number;
            days: {
                /** @enum {string} */
                kind: "off" | "open";
                /** Format: date */
                date: string;
                /** @default null */
                from: string | null;
                /** @default null */
                to: string | null;
                reason: string | null;
            }[];
        };
        /** @description A national holiday, in words. */
        HolidayView: {
            date: string;
            words: string;
            countries: string[];
        };
        /**
         * @description The room or device that was added.
         * @example {
         *       "thingId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
         *     }
         */
        ThingMade: {
            /** Format: uuid */
            thingId: string;
        };
        /**
         * @description Times at which all of them are free, and how sure that is.
         * @example {
         *       "slots": [
         *         {
         *           "startsAt": "2026-11-25T00:00:00Z",
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "interpreterId": "2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9",
         *           "clocks": [
         *             {
         *               "personId": "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e",
         *               "clock": {
         *                 "place": "Toronto",
         *                 "zone": "America/Toronto",
         *                 "zoneName": "Eastern Standard Time",
         *                 "date": "Tuesday, November 24",
         *                 "time": "7:00 p.m."
         *               },
         *               "mood": "good",
         *               "holiday": null
         *             }
         *           ],
         *           "reason": "Good hours for everybody."
         *         }
         *       ],
         *       "stale": [
         *         {
         *           "personId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *           "name": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "sinceWords": "last read yesterday, 9:41 a.m."
         *         }
         *       ],
         *       "assumed": [
         *         "0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e"
         *       ]
         *     }
         */
        SlotsAnswer: {
            slots: components["schemas"]["FoundSlot"][];
            stale: {
                /** Format: uuid */
                personId: string;
                name: components["schemas"]["PersonName"];
                sinceWords: string;
            }[];
            assumed: string[];
        };
        /** @description A time at which all of them are free. */
        FoundSlot: {
            /** Format: date-time */
            startsAt: string;
            when: components["schemas"]["When"];
            /** Format: uuid */
            interpreterId: string | null;
            clocks: {
                /** Format: uuid */
                personId: string;
                clock: components["schemas"]["Clock"];
                /** @enum {string} */
                mood: "good" | "early" | "late" | "night";
                holiday: string | null;
            }[];
            reason: string;
        };
        /**
         * @description Their days beside each other, and where a visit of that length fits them all.
         * @example {
         *       "date": "2026-11-24",
         *       "dayWords": "Tuesday, November 24",
         *       "within": [
         *         1795618800000,
         *         1795705200000
         *       ],
         *       "rows": [
         *         {
         *           "resourceId": "1f0e9d8c-7b6a-4958-8776-655443322110",
         *           "name": "Dr. Sato Kenji",
         *           "what": "physician",
         *           "place": "Osaka",
         *           "zone": "Asia/Tokyo",
         *           "ticks": [
         *             {
         *               "at": 1795651200000,
         *               "words": "9:00"
         *             }
         *           ],
         *           "open": [
         *             [
         *               1795651200000,
         *               1795680000000
         *             ]
         *           ],
         *           "good": [
         *             [
         *               1795651200000,
         *               1795680000000
         *             ]
         *           ],
         *           "taken": [
         *             {
         *               "from": 1795654800000,
         *               "to": 1795656600000,
         *               "words": null
         *             }
         *           ],
         *           "outside": []
         *         }
         *       ],
         *       "overlap": [
         *         [
         *           1795656600000,
         *           1795680000000
         *         ]
         *       ]
         *     }
         */
        StripsAnswer: {
            /** Format: date */
            date: string;
            dayWords: string;
            within: components["schemas"]["Span"];
            rows: components["schemas"]["Strip"][];
            overlap: components["schemas"]["Span"][];
        };
        /** @description From one instant up to another, in milliseconds since 1970. */
        Span: (number)[];
        /** @description The days of one person or thing. */
        Strip: {
            /** Format: uuid */
            resourceId: string;
            name: string;
            /** @enum {string} */
            what: "patient" | "physician" | "interpreter" | "coordinator" | "guest" | "room" | "device";
            place: string;
            zone: string;
            ticks: {
                at: number;
                words: string;
            }[];
            open: components["schemas"]["Span"][];
            good: components["schemas"]["Span"][];
            taken: {
                from: number;
                to: number;
                words: string | null;
            }[];
            outside: components["schemas"]["Span"][];
        };
        /**
         * @description Visits by what keeps them from being ready.
         * @example {
         *       "counts": [
         *         {
         *           "kind": "interpreter",
         *           "words": "Interpreter missing",
         *           "count": 1
         *         }
         *       ],
         *       "total": 1,
         *       "items": [
         *         {
         *           "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *           "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *           "patient": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "physician": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "things": [
         *             "Video room 2"
         *           ],
         *           "status": "pending",
         *           "version": 3,
         *           "blockedBy": "interpreter",
         *           "next": {
         *             "words": "Ask another interpreter",
         *             "act": "ask",
         *             "taskId": "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0"
         *           },
         *           "tasks": [
         *             {
         *               "taskId": "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0",
         *               "kind": "interpreter",
         *               "source": "scheduling",
         *               "words": "An interpreter accepts",
         *               "note": null,
         *               "ownerWords": "the coordinators",
         *               "dueWords": "until tomorrow, 7:00 p.m.",
         *               "late": false,
         *               "state": "open",
         *               "doneWords": null,
         *               "mine": true,
         *               "act": "ask"
         *             }
         *           ]
         *         }
         *       ],
         *       "next": null
         *     }
         */
        ReadyPage: {
            items: components["schemas"]["ReadyVisit"][];
            next: string | null;
            counts: {
                /** @enum {string} */
                kind: "interpreter" | "presence_declined" | "clock_changed" | "mail_bounced" | "coordinator_late" | "device_test" | "presence" | "coordinator";
                words: string;
                count: number;
            }[];
            total: number;
        };
        /** @description A visit by what it still needs. */
        ReadyVisit: {
            /** Format: uuid */
            visitId: string;
            /** Format: uuid */
            episodeId: string;
            patient: components["schemas"]["PersonName"];
            physician: components["schemas"]["PersonName"];
            when: components["schemas"]["When"];
            things: string[];
            /** @enum {string} */
            status: "held" | "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "lapsed";
            version: number;
            /** @enum {string|null} */
            blockedBy: "interpreter" | "presence_declined" | "clock_changed" | "mail_bounced" | "coordinator_late" | "device_test" | "presence" | "coordinator" | null;
            next: {
                words: string;
                /** @enum {string|null} */
                act: "done" | "ask" | "move" | "write" | "decide" | "address" | null;
                /** Format: uuid */
                taskId: string | null;
            } | null;
            tasks: components["schemas"]["TaskView"][];
        };
        /**
         * @description The task that was written.
         * @example {
         *       "taskId": "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0"
         *     }
         */
        TaskMade: {
            /** Format: uuid */
            taskId: string;
        };
        /**
         * @description Times that a patient may choose from.
         * @example {
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "title": "Follow-up after proton therapy",
         *       "institution": "Naniwa International Hospital",
         *       "physician": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       },
         *       "minutes": 30,
         *       "remaining": 2,
         *       "move": null,
         *       "slots": []
         *     }
         */
        SelfPage: {
            /** Format: uuid */
            episodeId: string;
            title: string;
            institution: string;
            physician: components["schemas"]["PersonName"];
            minutes: number;
            remaining: number;
            move: {
                /** Format: uuid */
                visitId: string;
                when: components["schemas"]["When"];
            } | null;
            slots: components["schemas"]["FoundSlot"][];
        };
        /**
         * @description Who waits for a time to become free.
         * @example {
         *       "items": [],
         *       "next": null
         *     }
         */
        WaitlistPage: {
            items: components["schemas"]["WaitlistRow"][];
            next: string | null;
        };
        /**
         * @description Somebody who waits for a time to become free.
         * @example {
         *       "waitlistId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "patient": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "physician": {
         *         "display": "Dr. Sato Kenji",
         *         "bare": "Sato Kenji",
         *         "original": "佐藤 健司",
         *         "originalLang": "ja"
         *       },
         *       "minutes": 30,
         *       "windowWords": "December 1 – December 18",
         *       "state": "waiting",
         *       "sinceWords": "since yesterday"
         *     }
         */
        WaitlistRow: {
            /** Format: uuid */
            waitlistId: string;
            /** Format: uuid */
            episodeId: string;
            patient: components["schemas"]["PersonName"];
            physician: components["schemas"]["PersonName"];
            minutes: number;
            windowWords: string;
            /** @enum {string} */
            state: "waiting" | "offered" | "filled" | "ended";
            sinceWords: string;
        };
        /**
         * @description Her place on the list.
         * @example {
         *       "waitlistId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
         *     }
         */
        WaitlistMade: {
            /** Format: uuid */
            waitlistId: string;
        };
        /**
         * @description Visits whose promise has to be decided about.
         * @example {
         *       "items": [
         *         {
         *           "changeId": "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0",
         *           "visitId": "3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *           "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *           "patient": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "physician": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "when": {
         *             "startsAt": "2026-11-25T00:00:00Z",
         *             "endsAt": "2026-11-25T00:30:00Z",
         *             "minutes": 30,
         *             "yours": {
         *               "place": "Toronto",
         *               "zone": "America/Toronto",
         *               "zoneName": "Eastern Standard Time",
         *               "date": "Tuesday, November 24",
         *               "time": "7:00 p.m."
         *             },
         *             "theirs": {
         *               "place": "Osaka",
         *               "zone": "Asia/Tokyo",
         *               "zoneName": "Japan Standard Time",
         *               "date": "Wednesday, November 25",
         *               "time": "9:00 a.m."
         *             },
         *             "relative": "in 2 days",
         *             "sentence": "Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m."
         *           },
         *           "walls": [
         *             {
         *               "name": {
         *                 "display": "Emily Tremblay",
         *                 "bare": "Emily Tremblay",
         *                 "original": null,
         *                 "originalLang": "en"
         *               },
         *               "place": "Vancouver",
         *               "before": "5:00 p.m.",
         *               "after": "6:00 p.m."
         *             }
         *           ]
         *         }
         *       ],
         *       "next": null
         *     }
         */
        ClocksPage: {
            items: components["schemas"]["ClockChangeView"][];
            next: string | null;
        };
        /** @description A visit whose time on somebody’s clock is not the promised one any more. */
        ClockChangeView: {
            /** Format: uuid */
            changeId: string;
            /** Format: uuid */
            visitId: string;
            /** Format: uuid */
            episodeId: string;
            patient: components["schemas"]["PersonName"];
            physician: components["schemas"]["PersonName"];
            when: components["schemas"]["When"];
            walls: {
                name: components["schemas"]["PersonName"] | null;
                place: string;
                before: string;
                after: string;
            }[];
        };
        /**
         * @description What was decided, and what could not be done.
         * @example {
         *       "done": [
         *         "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0"
         *       ],
         *       "refused": []
         *     }
         */
        ClocksDecided: {
            done: string[];
            refused: {
                /** Format: uuid */
                changeId: string;
                problem: string;
            }[];
        };
        /**
         * @description What became of the visits of an institution.
         * @example {
         *       "from": "2026-09-01",
         *       "to": "2026-11-22",
         *       "fromWords": "September 1",
         *       "toWords": "November 22",
         *       "weeks": [
         *         {
         *           "date": "2026-11-16",
         *           "words": "November 16 – November 22",
         *           "attended": 12,
         *           "late": 1,
         *           "noshow": 1,
         *           "technical": 0,
         *           "notReceived": 0,
         *           "cancelled": 2
         *         }
         *       ],
         *       "byLead": [],
         *       "byHour": [],
         *       "byReminder": []
         *     }
         */
        StatisticsPage: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            fromWords: string;
            toWords: string;
            weeks: {
                date: string;
                words: string;
                attended: number;
                late: number;
                noshow: number;
                technical: number;
                notReceived: number;
                cancelled: number;
            }[];
            byLead: components["schemas"]["OutcomeGroup"][];
            byHour: components["schemas"]["OutcomeGroup"][];
            byReminder: components["schemas"]["OutcomeGroup"][];
        };
        /** @description Visits of one kind, counted. */
        OutcomeGroup: {
            key: string;
            words: string;
            attended: number;
            late: number;
            noshow: number;
            technical: number;
            notReceived: number;
            cancelled: number;
        };
        /**
         * @description Who has looked at the record of the reader, by day and person.
         * @example {
         *       "days": [
         *         {
         *           "date": "2026-11-23",
         *           "dateWords": "Monday, November 23",
         *           "people": [
         *             {
         *               "who": "known",
         *               "name": {
         *                 "display": "Dr. Sato Kenji",
         *                 "bare": "Sato Kenji",
         *                 "original": "佐藤 健司",
         *                 "originalLang": "ja"
         *               },
         *               "fromWords": "Physician, Naniwa International Hospital",
         *               "entries": [
         *                 {
         *                   "rowId": "4711",
         *                   "deed": "fileRead",
         *                   "refused": false,
         *                   "emergency": false,
         *                   "words": "Opened your files",
         *                   "whenWords": "9:41 a.m. to 9:58 a.m.",
         *                   "times": 3,
         *                   "ask": {
         *                     "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *                     "about": "About who looked at my record: Dr. Sato Kenji, Monday, November 23, 9:41 a.m. to 9:58 a.m. Opened your files."
         *                   }
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "next": null
         *     }
         */
        LookedPage: {
            days: {
                /** Format: date */
                date: string;
                dateWords: string;
                people: {
                    /** @enum {string} */
                    who: "known" | "stranger" | "nobody" | "outsider" | "house";
                    name: components["schemas"]["PersonName"] | null;
                    fromWords: string | null;
                    entries: {
                        rowId: string;
                        /** @enum {string} */
                        deed: "case" | "visit" | "room" | "chat" | "fileRead" | "fileWrite" | "noteRead" | "noteWrite" | "messages" | "arrange" | "lists" | "details" | "account" | "emergency" | "record" | "link" | "sharing" | "other";
                        refused: boolean;
                        emergency: boolean;
                        words: string;
                        whenWords: string;
                        times: number;
                        ask: {
                            /** Format: uuid */
                            episodeId: string;
                            about: string;
                        } | null;
                    }[];
                }[];
            }[];
            next: string | null;
        };
        /**
         * @description Rows of the ledger about a patient as FHIR R4 AuditEvents, after IHE Basic Audit Log Patterns.
         * @example {
         *       "resourceType": "Bundle",
         *       "type": "searchset",
         *       "link": [
         *         {
         *           "relation": "self",
         *           "url": "/api/patients/0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e/audit-events?limit=25"
         *         }
         *       ],
         *       "entry": [
         *         {
         *           "search": {
         *             "mode": "match"
         *           },
         *           "resource": {
         *             "resourceType": "AuditEvent",
         *             "id": "4711"
         *           }
         *         }
         *       ]
         *     }
         */
        AuditBundle: {
            /** @enum {string} */
            resourceType: "Bundle";
            /** @enum {string} */
            type: "searchset";
            link: {
                /** @enum {string} */
                relation: "self" | "next";
                url: string;
            }[];
            entry: {
                search: {
                    /** @enum {string} */
                    mode: "match";
                };
                resource: {
                    /** @enum {string} */
                    resourceType: "AuditEvent";
                    id: string;
                } & {
                    [key: string]: unknown;
                };
            }[];
        };
        /**
         * @description What may be read now, and until when.
         * @example {
         *       "glassId": "7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c5d",
         *       "episodeId": "6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6",
         *       "untilWords": "today at 11:41 a.m."
         *     }
         */
        GlassOpened: {
            /** Format: uuid */
            glassId: string;
            /** Format: uuid */
            episodeId: string;
            untilWords: string;
        };
        /**
         * @description Emergencies of a hospital in the last 90 days; those without a review first.
         * @example {
         *       "items": [
         *         {
         *           "glassId": "7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c5d",
         *           "by": {
         *             "display": "Dr. Sato Kenji",
         *             "bare": "Sato Kenji",
         *             "original": "佐藤 健司",
         *             "originalLang": "ja"
         *           },
         *           "patient": {
         *             "display": "Emily Tremblay",
         *             "bare": "Emily Tremblay",
         *             "original": null,
         *             "originalLang": "en"
         *           },
         *           "open": true,
         *           "earlier": 0,
         *           "reason": "Brought in unconscious; allergies unknown.",
         *           "review": null,
         *           "mayReview": true,
         *           "atWords": "today at 9:41 a.m.",
         *           "untilWords": "today at 11:41 a.m."
         *         }
         *       ]
         *     }
         */
        GlassPage: {
            items: {
                /** Format: uuid */
                glassId: string;
                by: components["schemas"]["PersonName"];
                patient: components["schemas"]["PersonName"];
                reason: string;
                atWords: string;
                untilWords: string;
                open: boolean;
                earlier: number;
                review: {
                    justified: boolean;
                    by: components["schemas"]["PersonName"];
                    atWords: string;
                    note: string | null;
                } | null;
                mayReview: boolean;
            }[];
        };
        /**
         * @description Who may see what of the record of the reader.
         * @example {
         *       "treating": [
         *         "illness",
         *         "medicines",
         *         "results",
         *         "life",
         *         "images",
         *         "documents",
         *         "notes"
         *       ],
         *       "emergency": [
         *         "illness",
         *         "medicines",
         *         "results",
         *         "life",
         *         "images",
         *         "documents",
         *         "notes"
         *       ],
         *       "shares": [
         *         {
         *           "shareId": "2b9d7c1e-4f5a-4c6b-8d7e-9f0a1b2c3d4e",
         *           "grantee": {
         *             "kind": "person",
         *             "role": null,
         *             "institutionId": null,
         *             "name": "Dr. Sato Kenji",
         *             "personId": "1f0e9d8c-7b6a-4958-8776-655443322110"
         *           },
         *           "purpose": "TREAT",
         *           "categories": [
         *             "images"
         *           ],
         *           "sinceWords": "today at 9:41 a.m.",
         *           "untilWords": null,
         *           "endedWords": null
         *         }
         *       ],
         *       "earlier": [],
         *       "people": []
         *     }
         */
        SharingPage: {
            treating: ("illness" | "medicines" | "results" | "life" | "images" | "documents" | "notes")[];
            emergency: ("illness" | "medicines" | "results" | "life" | "images" | "documents" | "notes")[];
            shares: {
                /** Format: uuid */
                shareId: string;
                grantee: {
                    /** @enum {string} */
                    kind: "person" | "institution" | "role" | "treating";
                    /** @enum {string|null} */
                    role: "physician" | "coordinator" | "administrator" | "interpreter" | null;
                    /** Format: uuid */
                    personId: string | null;
                    /** Format: uuid */
                    institutionId: string | null;
                    name: string;
                };
                /** @enum {string} */
                purpose: "TREAT" | "ETREAT" | "HRESCH";
                categories: ("illness" | "medicines" | "results" | "life" | "images" | "documents" | "notes")[];
                sinceWords: string;
                untilWords: string | null;
                endedWords: string | null;
            }[];
            earlier: {
                /** Format: uuid */
                shareId: string;
                grantee: {
                    /** @enum {string} */
                    kind: "person" | "institution" | "role" | "treating";
                    /** @enum {string|null} */
                    role: "physician" | "coordinator" | "administrator" | "interpreter" | null;
                    /** Format: uuid */
                    personId: string | null;
                    /** Format: uuid */
                    institutionId: string | null;
                    name: string;
                };
                /** @enum {string} */
                purpose: "TREAT" | "ETREAT" | "HRESCH";
                categories: ("illness" | "medicines" | "results" | "life" | "images" | "documents" | "notes")[];
                sinceWords: string;
                untilWords: string | null;
                endedWords: string | null;
            }[];
            people: {
                /** @enum {string} */
                kind: "person" | "institution" | "role";
                id: string;
                name: string;
                fromWords: string | null;
                treats: boolean;
                opens: boolean;
                abroad: string[];
            }[];
        };
        /**
         * @description The links of the reader, the newest first.
         * @example {
         *       "items": []
         *     }
         */
        HealthLinks: {
            items: components["schemas"]["HealthLink"][];
        };
        /**
         * @description A link that a patient has made, and who has opened it.
         * @example {
         *       "linkId": "2b9d7c1e-4f5a-4c6b-8d7e-9f0a1b2c3d4e",
         *       "label": "For Dr. Lee in Toronto",
         *       "categories": [
         *         "results"
         *       ],
         *       "state": "open",
         *       "madeWords": "today at 9:41 a.m.",
         *       "untilWords": "December 23",
         *       "hasPasscode": true,
         *       "attemptsLeft": 10,
         *       "openings": [
         *         {
         *           "atWords": "today at 10:02 a.m.",
         *           "recipient": "Dr. Lee",
         *           "opened": true
         *         }
         *       ]
         *     }
         */
        HealthLink: {
            /** Format: uuid */
            linkId: string;
            label: string;
            categories: ("illness" | "medicines" | "results" | "life" | "images" | "documents" | "notes")[];
            madeWords: string;
            untilWords: string;
            /** @enum {string} */
            state: "open" | "expired" | "ended" | "locked";
            hasPasscode: boolean;
            attemptsLeft: number;
            openings: {
                atWords: string;
                recipient: string | null;
                opened: boolean;
            }[];
        };
        /**
         * @description A link to be handed on; whoever holds it can read.
         * @example {
         *       "linkId": "2b9d7c1e-4f5a-4c6b-8d7e-9f0a1b2c3d4e",
         *       "address": "https://okaeri.example/shl#shlink:/e30",
         *       "shlink": "shlink:/e30",
         *       "squares": [
         *         "101"
         *       ]
         *     }
         */
        HealthLinkShown: {
            /** Format: uuid */
            linkId: string;
            address: string;
            shlink: string;
            squares: string[];
        };
        /**
         * @description What became of files that were brought together.
         * @example {
         *       "items": []
         *     }
         */
        ImportReports: {
            items: components["schemas"]["ImportReport"][];
        };
        /**
         * @description What is behind a SMART Health Link.
         * @example {
         *       "status": "can-change",
         *       "files": [
         *         {
         *           "contentType": "application/fhir+json",
         *           "embedded": "eyJ…"
         *         }
         *       ]
         *     }
         */
        Manifest: {
            /** @enum {string} */
            status: "finalized" | "can-change" | "no-longer-valid";
            files: {
                contentType: string;
                lastUpdated?: string;
                embedded?: string;
                location?: string;
            }[];
        };
        /**
         * @description What a link opens, in the words of the reader.
         * @example {
         *       "label": "For Dr. Lee in Toronto",
         *       "name": {
         *         "display": "Emily Tremblay",
         *         "bare": "Emily Tremblay",
         *         "original": null,
         *         "originalLang": "en"
         *       },
         *       "untilWords": "December 23 at 9:41 a.m.",
         *       "sections": [],
         *       "files": [
         *         {
         *           "what": "document",
         *           "name": "Letter.pdf",
         *           "whenWords": "today at 9:41 a.m.",
         *           "count": 1,
         *           "bytes": 48213,
         *           "href": "/api/shl/files/9dYc/content",
         *           "preview": null
         *         }
         *       ]
         *     }
         */
        LinkView: {
            label: string;
            name: components["schemas"]["PersonName"];
            untilWords: string;
            sections: {
                key: string;
                title: string;
                empty: string | null;
                lines: {
                    lineId: string;
                    type: string;
                    title: string;
                    said: string[];
                    when: string | null;
                    understood: boolean;
                    attachments: {
                        title: string | null;
                        type: string | null;
                        bytes: number | null;
                        href: string | null;
                    }[];
                }[];
                narratives: string[];
            }[];
            files: {
                /** @enum {string} */
                what: "document" | "series";
                name: string;
                whenWords: string;
                count: number;
                bytes: number;
                href: string;
                preview: string | null;
            }[];
        };
        /**
         * @description A person’s calendars elsewhere, and the address of her own visits for one.
         * @example {
         *       "may": true,
         *       "links": [],
         *       "feed": null
         *     }
         */
        CalendarsPage: {
            may: boolean;
            links: components["schemas"]["CalendarLinkView"][];
            feed: {
                sinceWords: string;
                readWords: string;
            } | null;
        };
        /**
         * @description A calendar elsewhere, and how reading it goes.
         * @example {
         *       "linkId": "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0",
         *       "kind": "caldav",
         *       "host": "dav.hospital.example",
         *       "state": "works",
         *       "readWords": "last read today, 9:41 a.m.",
         *       "problem": null,
         *       "ignored": [
         *         {
         *           "why": "zone_unknown",
         *           "count": 2,
         *           "words": "2 entries in time zones that are not known"
         *         }
         *       ],
         *       "writes": true,
         *       "removed": false,
         *       "leaving": null
         *     }
         */
        CalendarLinkView: {
            /** Format: uuid */
            linkId: string;
            /** @enum {string} */
            kind: "ics" | "caldav";
            host: string;
            /** @enum {string} */
            state: "new" | "works" | "stale" | "refused";
            readWords: string;
            problem: string | null;
            ignored: {
                /** @enum {string} */
                why: "too_many" | "too_dense" | "zone_unknown" | "broken" | "too_late" | "no_time";
                count: number;
                words: string;
            }[];
            writes: boolean;
            removed: boolean;
            /** @enum {string|null} */
            leaving: "under_way" | "gave_up" | null;
        };
        /**
         * @description The calendar that was added.
         * @example {
         *       "linkId": "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0"
         *     }
         */
        CalendarLinked: {
            /** Format: uuid */
            linkId: string;
        };
        /**
         * @description Where her calendar program finds her visits. It is shown once; whoever has it can read them.
         * @example {
         *       "url": "https://okaeri.example/api/feeds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics"
         *     }
         */
        FeedMade: {
            url: string;
        };
        /**
         * @description What a person was told, the newest first.
         * @example {
         *       "items": [
         *         {
         *           "messageId": "5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11",
         *           "title": "Your visit is booked",
         *           "text": "Tuesday, November 24, 7:00 p.m.",
         *           "path": "/visits/3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
         *           "atWords": "3 minutes ago",
         *           "read": false
         *         }
         *       ],
         *       "next": null,
         *       "unread": 1
         *     }
         */
        InboxPage: {
            items: components["schemas"]["InboxLine"][];
            next: string | null;
            unread: number;
        };
        /** @description One thing that she was told. */
        InboxLine: {
            /** Format: uuid */
            messageId: string;
            title: string;
            text: string;
            path: string | null;
            atWords: string;
            read: boolean;
        };
        /**
         * @description The newest mails of the demo world.
         * @example {
         *       "items": [
         *         {
         *           "mailId": "9c1f7a52-3f0b-4a7e-8a5d-2b6c8d9e0f11",
         *           "to": "emily@demo.example",
         *           "subject": "Your visit on Tuesday, November 24 at 7:00 p.m.",
         *           "atWords": "3 minutes ago",
         *           "language": "en",
         *           "calendar": true
         *         }
         *       ],
         *       "next": null
         *     }
         */
        MailboxPage: {
            items: {
                /** Format: uuid */
                mailId: string;
                to: string;
                subject: string;
                atWords: string;
                /** @enum {string|null} */
                language: "en" | "ja" | "vi" | "fr" | "zh" | "ko" | null;
                calendar: boolean;
            }[];
            next: string | null;
        };
        /**
         * @description A mail of the demo world.
         * @example {
         *       "mailId": "9c1f7a52-3f0b-4a7e-8a5d-2b6c8d9e0f11",
         *       "subject": "Your visit on Tuesday, November 24 at 7:00 p.m.",
         *       "from": "Okaeri <okaeri@okaeri.example>",
         *       "to": "emily@demo.example",
         *       "atWords": "3 minutes ago",
         *       "language": "en",
         *       "html": "<p>Your visit is booked.</p>",
         *       "text": "Your visit is booked.",
         *       "calendar": {
         *         "method": "REQUEST",
         *         "sequence": 0,
         *         "whenWords": "Tuesday, November 24, 7:00 p.m.",
         *         "fileName": "visit.ics"
         *       },
         *       "links": [
         *         {
         *           "href": "http://emily.localhost:3000/visits/3f0b",
         *           "words": "See your visit"
         *         }
         *       ]
         *     }
         */
        MailboxMail: {
            /** Format: uuid */
            mailId: string;
            subject: string;
            from: string;
            to: string;
            atWords: string;
            /** @enum {string|null} */
            language: "en" | "ja" | "vi" | "fr" | "zh" | "ko" | null;
            html: string;
            text: string;
            calendar: {
                /** @enum {string} */
                method: "REQUEST" | "CANCEL" | "PUBLISH";
                sequence: number;
                whenWords: string;
                fileName: string;
            } | null;
            links: {
                href: string;
                words: string;
            }[];
        };
        /**
         * @description The newest short messages of the demo world.
         * @example {
         *       "items": [
         *         {
         *           "messageId": "5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11",
         *           "to": "+1 416-555-0142",
         *           "text": "Okaeri: Your visit in 1 hour: 7:00 p.m.",
         *           "links": [],
         *           "language": "en",
         *           "atWords": "3 minutes ago"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        OutboxPage: {
            items: {
                /** Format: uuid */
                messageId: string;
                to: string;
                text: string;
                links: string[];
                /** @enum {string|null} */
                language: "en" | "ja" | "vi" | "fr" | "zh" | "ko" | null;
                atWords: string;
            }[];
            next: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Health.alive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person of this session, or `null` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out; the cookie is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, with when to ask again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed`, `session_replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.signOutEverywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out everywhere; links that were not used open nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LanguageChoice"];
            };
        };
        responses: {
            /** @description The session in the new language */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Her visits in her language and clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomePage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The visits of the day and of the week after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.unsigned": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest visit first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsignedPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.visit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The visit as this person may see it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.board": {
        parameters: {
            query?: {
                after?: string;
                blocker?: components["schemas"]["Blocker"] | "";
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A piece of the board; the most urgent first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case as this person may see it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.booking": {
        parameters: {
            query?: {
                move?: string;
            };
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People, zones and a time to begin with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.jobs": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From now on, by time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pages.myVisits": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyVisitsPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Demo.code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LanCode"];
            };
        };
        responses: {
            /** @description The code is right; a cookie remembers it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lan_code_wrong` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Demo.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignIn"];
            };
        };
        responses: {
            /** @description The session of that person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lan_code_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Demo.stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagePage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lan_code_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIn.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInAsk"];
            };
        };
        responses: {
            /** @description Taken in; a mail is on its way to whoever has that address here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Links.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAsk"];
            };
        };
        responses: {
            /** @description What the link opens, and whether it still does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkLook"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Links.redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRedeem"];
            };
        };
        responses: {
            /** @description Signed in, and where to go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkRedeemed"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_confirm` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_used`, `link_expired`, `link_ended`, `invitation_withdrawn`, `visit_cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Links.code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAsk"];
            };
        };
        responses: {
            /** @description The code is on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_ended`, `visit_cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Links.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeConfirm"];
            };
        };
        responses: {
            /** @description Signed in, and where to go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkRedeemed"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code_wrong` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_ended`, `code_expired`, `visit_cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.create": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionForm"];
            };
        };
        responses: {
            /** @description The hospital */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionMade"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institutionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionForm"];
            };
        };
        responses: {
            /** @description The hospital */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionMade"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institutionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People and invitations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institutionId: string;
                personId: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From now on she may do nothing there in that role */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Invitations.invite": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffInvitation"];
            };
        };
        responses: {
            /** @description The invitation; its mail is on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email_taken`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Invitations.again": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way, and the term begins anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation_withdrawn` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Invitations.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its links open nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Patients.register": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientForm"];
            };
        };
        responses: {
            /** @description The patient and her episode */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientRegistered"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate_found` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `birth_date_future`, `zone_unknown`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Patients.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientChange"];
            };
        };
        responses: {
            /** @description What is on file now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDetails"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_changed`, `person_merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `birth_date_future`, `zone_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Patients.invite": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Patients.merge": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeForm"];
            };
        };
        responses: {
            /** @description The record that is kept, if one was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merged"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_merged`, `overlap`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Settings and sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsForm"];
            };
        };
        responses: {
            /** @description Settings and sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WelcomeForm"];
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That device is signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingPreview"];
            };
        };
        responses: {
            /** @description Nothing is held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `time_skipped`, `time_repeated` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.book": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingForm"];
            };
        };
        responses: {
            /** @description Booked; its people are written to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitBooked"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `overlap`, `version_changed`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hold_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `time_skipped`, `time_repeated`, `time_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.bookSeries": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesForm"];
            };
        };
        responses: {
            /** @description Booked, each a visit of its own from now on; their people are written to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesBooked"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_overlap` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `time_skipped`, `time_repeated`, `time_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.previewSeries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesForm"];
            };
        };
        responses: {
            /** @description Nothing is held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPreview"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `time_skipped`, `time_repeated` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.move": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveForm"];
            };
        };
        responses: {
            /** @description Moved; its people are told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitMoved"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `overlap`, `version_changed`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `time_skipped`, `time_repeated`, `time_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.cancel": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelForm"];
            };
        };
        responses: {
            /** @description Cancelled; whoever waits or talks is told */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirmed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineForm"];
            };
        };
        responses: {
            /** @description Told to those who arrange the visit; in place of an interpreter the next one is asked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.addGuest": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestForm"];
            };
        };
        responses: {
            /** @description Added; she is written to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatAdded"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_full`, `overlap` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
                seatId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back; patient and physician keep theirs */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `seat_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.history": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest change first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Booking.outcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeForm"];
            };
        };
        responses: {
            /** @description Kept, with who said so and why */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_early` */
            425: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Holds.hold": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldForm"];
            };
        };
        responses: {
            /** @description Held; nobody is told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Held"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `overlap` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `time_skipped`, `time_repeated`, `time_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Holds.release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Given back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Asks.ask": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForm"];
            };
        };
        responses: {
            /** @description The first who is free is asked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ask_open`, `conflict`, `not_allowed_now` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Asks.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody need answer any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Asks.answer": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                askId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AsksAnswer"];
            };
        };
        responses: {
            /** @description Kept; once somebody accepts, the people of the visit are told */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ask_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mails.again": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Files.add": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description The file, of which nothing has arrived yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_over`, `visit_cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`, `file_too_large`, `recording_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_type`, `recording_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Files.content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "application/pdf": string;
                    "audio/webm": string;
                    "audio/mp4": string;
                    "video/webm": string;
                    "video/mp4": string;
                };
            };
            /** @description A range of it */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "application/pdf": string;
                    "audio/webm": string;
                    "audio/mp4": string;
                    "video/webm": string;
                    "video/mp4": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_held` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Files.send": {
        parameters: {
            query?: never;
            header: {
                /** @description How many bytes have arrived before. */
                "Upload-Offset": string;
            };
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        /** @description At most 1 MiB. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The file with what has arrived of it; ready once all has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description `bad_request`, `file_cut` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_held` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_offset` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_type`, `recording_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_scripts`, `file_broken` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Files.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What has arrived of it, and what became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Files.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed; nobody can open it any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.keep": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDraft"];
            };
        };
        responses: {
            /** @description The note as it is kept now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_changed`, `note_signed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.sign": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteSign"];
            };
        };
        responses: {
            /** @description The note with its new version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_changed`, `note_signed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `note_empty`, `note_reason_needed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_early` */
            425: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteRead"];
            };
        };
        responses: {
            /** @description Remembered, with the time of the first reading */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Record.bring": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        /** @description A record in FHIR, as JSON or XML, packed with gzip or not, or a document in XML, at most 16 MiB. */
        requestBody: {
            content: {
                "application/fhir+json": string;
            };
        };
        responses: {
            /** @description What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description `bad_request`, `file_cut` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`, `record_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Record.report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each part of it, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Record.original": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Record.attachment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                resourceId: string;
                at: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Record.take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A FHIR Bundle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RecordsPages.files": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RecordsPages.ofEpisode": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RecordsPages.record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By sections, in the words of the reader */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RecordsPages.note": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What this reader may see of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.add": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description The file, of which nothing has arrived yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`, `upload_too_large`, `upload_full` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A range of it */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.send": {
        parameters: {
            query?: never;
            header: {
                /** @description How many bytes have arrived before. */
                "Upload-Offset": string;
            };
            path: {
                personId: string;
                uploadId: string;
            };
            cookie?: never;
        };
        /** @description At most 1 MiB. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The file with what has arrived of it; once all has, it is looked into */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description `bad_request`, `file_cut` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_offset` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What has arrived of it, and what became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.giveUp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing of it is left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.brings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BringsView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.bring": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One report of all of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BringView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imaging.studies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By study and series, the newest study first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagingPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imaging.series": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each picture with what a viewer needs, in the order of scrolling */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagingSeries"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imaging.thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of the one in its middle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imaging.content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/dicom": string;
                };
            };
            /** @description A range of it */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/dicom": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imaging.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By element, in the order of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeidentifiedView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_broken` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imaging.handOn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/dicom": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_broken` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reading.brief": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds today, and what is new since the last visit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reading.timeline": {
        parameters: {
            query?: {
                from?: number;
                kinds?: string;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first, by months */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reading.trends": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Results of laboratories, vital signs and the rest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendsPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In her order; what was answered comes last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitQuestions"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.write": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionText"];
            };
        };
        responses: {
            /** @description It is the last of the list */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `questions_full` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.rewrite": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionText"];
            };
        };
        responses: {
            /** @description It is changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.place": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionPlace"];
            };
        };
        responses: {
            /** @description It is there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionAnswered"];
            };
        };
        responses: {
            /** @description Remembered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `questions_full` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Threads.page": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Threads.post": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThreadText"];
            };
        };
        responses: {
            /** @description The message as its writer sees it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadMessage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Threads.seen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThreadSeen"];
            };
        };
        responses: {
            /** @description Remembered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Chat.page": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first; who waits reads what is for her */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Chat.post": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatForm"];
            };
        };
        responses: {
            /** @description The message as its writer sees it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_closed`, `seat_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Wait.late": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LateForm"];
            };
        };
        responses: {
            /** @description Everybody who waits reads it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_over`, `visit_cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Wait.order": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitingOrder"];
            };
        };
        responses: {
            /** @description In that order from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_over`, `visit_cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Wait.admit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatChoice"];
            };
        };
        responses: {
            /** @description She may come in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `seat_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_over`, `visit_cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Quality.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seat by seat, as the pages measured it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Quality.done": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatChoice"];
            };
        };
        responses: {
            /** @description She does not wait to be rung any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Availability.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is written, or what is assumed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Availability.write": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityForm"];
            };
        };
        responses: {
            /** @description As it is now; every search from now on goes by it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version_changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Availability.add": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThingForm"];
            };
        };
        responses: {
            /** @description It can be booked from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThingMade"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Availability.retire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                thingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is offered no more; visits that have it keep it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Slots.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotsQuery"];
            };
        };
        responses: {
            /** @description Nothing is held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsAnswer"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Slots.strips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StripsQuery"];
            };
        };
        responses: {
            /** @description With the times at which a visit of that length fits them all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StripsAnswer"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Slots.own": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MySlotsQuery"];
            };
        };
        responses: {
            /** @description On her own clock and the hospital’s */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsAnswer"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `allowance_used` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Ready.ready": {
        parameters: {
            query?: {
                after?: string;
                blocker?: ("interpreter" | "presence_declined" | "clock_changed" | "mail_bounced" | "coordinator_late" | "device_test" | "presence" | "coordinator") | "";
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A piece of the board; the most pressing first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tasks.write": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskForm"];
            };
        };
        responses: {
            /** @description On the board, and on the page of whose it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskMade"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed_now` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visit_cancelled`, `visit_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `zone_unknown`, `time_skipped`, `time_repeated`, `time_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tasks.done": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; what follows from facts is ticked by nobody */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `task_over`, `not_allowed_now` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tasks.waive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskWaive"];
            };
        };
        responses: {
            /** @description Kept, with who said so and why */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `task_over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Self.allow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllowanceForm"];
            };
        };
        responses: {
            /** @description In place of what was said before; none takes it back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Self.times": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On her own clock and the hospital’s */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `allowance_used` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Self.book": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfForm"];
            };
        };
        responses: {
            /** @description Booked; where an interpreter is asked first, once one has accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitBooked"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_available`, `allowance_used` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Self.moveTimes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On her own clock and the hospital’s */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed_now` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Self.move": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                visitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfForm"];
            };
        };
        responses: {
            /** @description Moved; its people are told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitMoved"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_available`, `not_allowed_now`, `version_changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waitlist.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has waited longest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waitlist.join": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                episodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitlistForm"];
            };
        };
        responses: {
            /** @description Offered the first time that becomes free and fits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistMade"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waitlist.leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                waitlistId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A time that was kept for her is given back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waitlist.answer": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                waitlistId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerForm"];
            };
        };
        responses: {
            /** @description Booked; where an interpreter is asked first, once one has accepted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hold_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clocks.page": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A piece of the list, the next visit first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClocksPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clocks.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockChoice"];
            };
        };
        responses: {
            /** @description Everybody in the visits that were decided is told once; deciding the same again changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClocksDecided"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Statistics.statistics": {
        parameters: {
            query?: {
                from?: string;
                institutionId?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers alone: nobody is named */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticsPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Looked.looked": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By day and person, the newest first; up to seven days in a piece */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Looked.audit": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first; of those who look after her, what their own hospital did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditBundle"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Everything.take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A zip archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Glass.open": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                institutionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GlassForm"];
            };
        };
        responses: {
            /** @description To be read until then; the patient and her team are told at once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlassOpened"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Glass.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institutionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those without a review first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlassPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Glass.review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                glassId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GlassReview"];
            };
        };
        responses: {
            /** @description Kept, and the patient is told; what was not in order has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed_now` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sharing.page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now, what held before, and whom one can name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sharing.taken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Bundle of Consent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sharing.state": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareForm"];
            };
        };
        responses: {
            /** @description It counts from the next request on, in a running visit too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingPage"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `share_nobody`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sharing.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shareId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It counts no more, from the next request on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sharing.ask": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareAsk"];
            };
        };
        responses: {
            /** @description It stands among her messages; the choice is hers */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HealthLinks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthLinks"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HealthLinks.make": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HealthLinkForm"];
            };
        };
        responses: {
            /** @description What is handed on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthLinkShown"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_most` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HealthLinks.shown": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is handed on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthLinkShown"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HealthLinks.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ForeignLink.bring": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForeignLinkForm"];
            };
        };
        responses: {
            /** @description What became of each file behind it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReports"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shl_passcode` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shl_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shl_kind` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `shl_unreadable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shl_elsewhere` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Shl.direct": {
        parameters: {
            query: {
                recipient: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JWE */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jose": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Shl.manifest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManifestAsk"];
            };
        };
        responses: {
            /** @description What is behind it, sealed with the key of the link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_passcode` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Shl.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JWE */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jose": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Shl.content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `record_erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `file_damaged` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `vault_closed` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Shl.view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkViewForm"];
            };
        };
        responses: {
            /** @description By sections, in the language of the reader */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkView"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_passcode` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Her calendars elsewhere */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarsPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.add": {
        parameters: {
            query?: never;
            header: {
                /** @description One for each step of a person, kept over retries: who asks again gets the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarLinkForm"];
            };
        };
        responses: {
            /** @description From now on nobody looks for a visit while she is busy there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinked"];
                };
            };
            /** @description `bad_request`, `key_needed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `calendar_most` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `key_reused`, `address_private`, `calendar_refused`, `calendar_none`, `calendar_large`, `calendar_readonly`, `calendar_elsewhere` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `calendar_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Her calendars elsewhere, as they are after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarsPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.setWrites": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarWrites"];
            };
        };
        responses: {
            /** @description Her calendars elsewhere; what is to be written or taken out of it follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarsPage"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid`, `address_private`, `calendar_refused`, `calendar_none`, `calendar_large`, `calendar_readonly` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `calendar_unreachable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was read of it counts no more; what is still to come and was written into it is taken out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address, which is shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedMade"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody reads anything under it any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.feed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar, whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feed_unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Inbox.page": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Her messages, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Inbox.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxRead"];
            };
        };
        responses: {
            /** @description They count no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Push.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushForm"];
            };
        };
        responses: {
            /** @description It shows the next */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Push.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushEnd"];
            };
        };
        responses: {
            /** @description It shows nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Receipts.take": {
        parameters: {
            query?: never;
            header?: {
                /** @description `sha256=` and the HMAC-SHA-256 of the body under the secret that both sides have, in hexadecimal digits. */
                "x-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsReceipt"];
            };
        };
        responses: {
            /** @description Taken in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fields_invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mailbox.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lan_code_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mailbox.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxMail"];
                };
            };
            /** @description `bad_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lan_code_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Outbox.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The short messages, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxPage"];
                };
            };
            /** @description `bad_request`, `cursor_bad` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lan_code_needed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
