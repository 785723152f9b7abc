"""The addresses of the site."""

from django.urls import include, path
from django.views.i18n import set_language

from mespoints.desk.operating import open_figures, probes

handler500 = "mespoints.config.errors.answer_error"

urlpatterns = [
    path("langue/", set_language, name="set_language"),
    path("sante/", probes.alive, name="alive"),
    path("pret/", probes.ready, name="ready"),
    path("metriques/", probes.metrics, name="metrics"),
    path("statistiques/<slug:name>.csv", open_figures.table, name="figures"),
    path("guichet/", include("mespoints.desk.urls")),
    path("api/", include("mespoints.api.urls")),
    path("", include("mespoints.portal.urls")),
]
