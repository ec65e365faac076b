"""The pages of the desk's own rooms, as the small pack fills them."""

from tests.web.small.people import FIRM

PUBLIC = (
    "/",
    "/sign-in",
    "/policy/silk/",
    "/coverage/silk/",
    "/instruments/",
    "/instruments/silk-grant/",
    "/instruments/silk-way/",
    "/instruments/silk-grant-case/",
    "/instruments/silk-share/",
    "/no-such-page",
)
OWN = (
    "/",
    "/me",
    "/facts/",
    f"/facts/{FIRM}/",
    f"/facts/{FIRM}/history",
    f"/facts/{FIRM}/change/1-1",
    f"/facts/{FIRM}/change/1-2",
    "/facts/SILK-1/new-person",
    f"/use/{FIRM}/",
    f"/use/{FIRM}/silk-grant",
    "/use/person-1/worker-permit",
)
