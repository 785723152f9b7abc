"""The addresses of files."""

from mespoints.desk.files import views
from mespoints.desk.files.new_code import new_code
from mespoints.desk.guarding import address

urlpatterns = [
    address("recherche/", views.search, "search"),
    address("dossier/<str:token>/", views.file, "file"),
    address("dossier/<str:token>/lettres/", views.letters, "file_letters"),
    address("dossier/<str:token>/code/", new_code, "file_code"),
]
