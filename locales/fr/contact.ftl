# Who was asked about a claim, and what came back.

contact-heading = Réactions demandées
contact-none = Personne n’a encore été interrogé sur cette affirmation.
contact-add = Indiquer qui a été interrogé
contact-enter = Enregistrer
contact-change = Modifier, ou saisir la réponse
contact-remove = Retirer
contact-name = Qui a été interrogé
contact-party = Sa qualité, ou au nom de qui
contact-channel = Comment
contact-asked-on = Demandé le
contact-question = Question posée
contact-outcome = Suite
contact-answered-on = Répondu le
contact-answer = Sa réponse
contact-confidential = Confidentiel
contact-confidential-hint = Les rapports disent que quelqu’un a été interrogé, mais ni qui, ni ce qui a été dit.
contact-asked = demandé le { $date }
contact-answered = répondu le { $date }
contact-entered-by = saisi par { $name }

done-contact-entered = La demande de réaction est enregistrée.
done-contact-amended = La saisie est modifiée.
done-contact-removed = La saisie est retirée.
