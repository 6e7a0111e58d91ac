package dev.verbatim.telegram;

import dev.verbatim.answer.Wording;

/// What only editors are told.
record Office(Editors editors, Statistics statistics) {

    /// The numbers for an editor, and a polite no for everybody else.
    String statistics(Origin origin, Wording wording) {
        return editors.include(origin.personId())
                ? statistics.in(wording)
                : Phrase.EDITOR_ONLY.in(wording);
    }
}
