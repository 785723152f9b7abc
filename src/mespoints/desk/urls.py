"""The addresses of the desk. None holds what names a person: a file is a token that one sign-in alone knows."""

from django.urls import URLPattern, URLResolver, include, path

from mespoints.desk import sign_in, views
from mespoints.desk.guarding import address

app_name = "desk"

urlpatterns: list[URLPattern | URLResolver] = [
    address("", views.home, name="home"),
    address("connexion/", sign_in.sign_in, name="sign_in"),
    address("connexion/proconnect/", sign_in.start, name="start"),
    address("connexion/proconnect/retour/", sign_in.callback, name="callback"),
    address("connexion/proconnect/issue/", sign_in.stopped, name="stopped"),
    address("deconnexion/", sign_in.sign_out, name="sign_out"),
    address("deconnexion/retour/", sign_in.signed_out, name="signed_out"),
    path("", include("mespoints.desk.files.urls")),
    path("", include("mespoints.desk.recording.urls")),
    path("", include("mespoints.desk.reviews.urls")),
    path("", include("mespoints.desk.operating.urls")),
    path("", include("mespoints.desk.queue.urls")),
]
