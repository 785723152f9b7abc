"""The addresses of sign-in, included by those of the portal."""

from django.urls import path

from mespoints.portal import asking_for_code, sign_in, sign_in_again, sign_in_franceconnect

urlpatterns = [
    path("connexion/", sign_in.sign_in, name="sign_in"),
    path("connexion/a-nouveau/", sign_in_again.sign_in_again, name="sign_in_again"),
    path("connexion/neph/", sign_in.neph, name="neph"),
    path("connexion/franceconnect/", sign_in_franceconnect.start, name="fc_start"),
    path("connexion/franceconnect/retour/", sign_in_franceconnect.callback, name="fc_callback"),
    path("connexion/franceconnect/issue/", sign_in_franceconnect.stopped, name="fc_stopped"),
    path("connexion/rattachement/", sign_in_franceconnect.link, name="fc_link"),
    path("demander-un-code/", asking_for_code.asking_for_code, name="ask_code"),
    path("demander-un-code/demande-recue/", asking_for_code.code_asked, name="code_asked"),
    path("deconnexion/", sign_in.sign_out, name="sign_out"),
    path("deconnexion/retour/", sign_in.signed_out, name="signed_out"),
]
