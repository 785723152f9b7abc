"""The addresses of the site."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("langue/", set_language, name="set_language"),
    path("guichet/", include("mespoints.desk.urls")),
    path("api/", include("mespoints.api.urls")),
    path("", include("mespoints.portal.urls")),
]
