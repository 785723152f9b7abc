"""The addresses of recording. An entry is named by its number, which says nothing of the person."""

from mespoints.desk.guarding import address
from mespoints.desk.recording import views

urlpatterns = [
    address("dossier/<str:token>/enregistrer/", views.choose, "choose"),
    address("dossier/<str:token>/enregistrer/<slug:word>/", views.record, "record"),
    address("saisies/", views.entries, "entries"),
    address("saisies/<int:number>/", views.entry, "entry"),
    address("saisies/<int:number>/decision/", views.decide, "decide"),
]
