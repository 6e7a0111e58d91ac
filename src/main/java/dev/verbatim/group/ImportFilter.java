package dev.verbatim.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sifts the messages of an export, one after the other.
final class ImportFilter {

    private final Instant oldest;
    private final Set<String> optedOut;
    private final Set<Long> known;
    private final List<ChatMessage> fresh = new ArrayList<>();
    private int tooOld;
    private int ofOptedOut;
    private int knownAlready;

    /// @param known ids of what is kept
    ImportFilter(Instant oldest, Set<String> optedOut, Set<Long> known) {
        this.oldest = oldest;
        this.optedOut = optedOut;
        this.known = new HashSet<>(known);
    }

    void add(ChatMessage message) {
        if (message.time().isBefore(oldest)) {
            tooOld++;
        } else if (optedOut.contains(message.author().id())) {
            ofOptedOut++;
        } else if (!known.add(message.id())) {
            knownAlready++;
        } else {
            fresh.add(message);
        }
    }

    ImportPreview preview() {
        return new ImportPreview(fresh, tooOld, ofOptedOut, knownAlready);
    }
}
