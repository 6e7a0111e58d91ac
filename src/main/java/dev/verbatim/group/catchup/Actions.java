package dev.verbatim.group.catchup;

import java.util.List;

/// The messages by which somebody may have taken something upon them, or been asked to.
final class Actions {

    private Actions() {}

    static List<Speech> in(Conversation conversation) {
        return conversation.speeches().stream().filter(Actions::isAction).toList();
    }

    private static boolean isAction(Speech speech) {
        return !speech.isCommand()
                && !speech.content().isEmpty()
                && speech.has(CueClass.ACTION)
                && !speech.has(CueClass.IDLE);
    }
}
