# Who was asked about a claim, and what came back.

contact-heading = Asked for comment
contact-none = Nobody was asked about this claim yet.
contact-add = Enter who was asked
contact-enter = Enter
contact-change = Change, or enter the answer
contact-remove = Take out
contact-name = Who was asked
contact-party = What they are, or whom they speak for
contact-channel = How
contact-asked-on = Asked on
contact-question = What they were asked
contact-outcome = What came of it
contact-answered-on = Answered on
contact-answer = Their answer
contact-confidential = Confidential
contact-confidential-hint = Reports say that somebody was asked, not who, and not what was said.
contact-asked = asked on { $date }
contact-answered = answered on { $date }
contact-entered-by = entered by { $name }

done-contact-entered = It is entered who was asked.
done-contact-amended = The entry is changed.
done-contact-removed = The entry is taken out.
