"""Signing in and out, one's own page, and the language of the pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mulberry.law.text import t
from mulberry_web.page.demonstration import guests
from mulberry_web.people.models import LANGUAGES
from mulberry_web.templatetags.mulberry import said

ONE_YEAR = 365 * 24 * 60 * 60
NOT_KNOWN = t("用户名或密码不对，请重新输入。", "The user name or the password is wrong; please try again.")


class SignInForm(AuthenticationForm):
    """Django's own checks, answered in our words."""

    def get_invalid_login_error(self) -> Any:
        error = super().get_invalid_login_error()
        error.message = said(NOT_KNOWN)
        return error


class SignIn(LoginView):
    """Sign in. In a demonstration park the page lists those as whom one may."""

    template_name = "people/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        listed, password = guests()
        return super().get_context_data(**kwargs) | {"guests": listed, "guest_password": password}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        if settings.LANGUAGE_COOKIE_NAME not in self.request.COOKIES:
            _remember(response, form.get_user().language)
        return response


@login_required
def me(request: HttpRequest) -> HttpResponse:
    """One's own page: for whom one acts and in which offices one serves."""
    return render(request, "people/me.html")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages and come back to where one was."""
    chosen, back = request.POST.get("language", ""), request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if chosen in dict(LANGUAGES):
        _remember(response, chosen)
    return response


def _remember(response: HttpResponse, code: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=ONE_YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
        httponly=True,
    )
