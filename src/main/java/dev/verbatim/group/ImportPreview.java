package dev.verbatim.group;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The messages of an import that may be added to the archive, and how many may not and why.
///
/// @param fresh those that may be added
/// @param tooOld how many are older than the group has agreed to
/// @param optedOut how many are by people who have opted out
/// @param known how many are in the archive already
public record ImportPreview(List<ChatMessage> fresh, int tooOld, int optedOut, int known) {

    public ImportPreview {
        fresh = List.copyOf(fresh);
    }

    /// @param oldest the time before which nothing may be kept
    /// @param optedOut the ids of those who have opted out
    /// @param known the ids of the messages in the archive
    static ImportPreview of(
            List<ChatMessage> messages, Instant oldest, Set<String> optedOut, Set<Long> known) {
        List<ChatMessage> recent =
                messages.stream().filter(message -> !message.time().isBefore(oldest)).toList();
        List<ChatMessage> permitted =
                recent.stream()
                        .filter(message -> !optedOut.contains(message.author().id()))
                        .toList();
        Set<Long> seen = new HashSet<>(known);
        List<ChatMessage> fresh =
                permitted.stream().filter(message -> seen.add(message.id())).toList();
        return new ImportPreview(
                fresh,
                messages.size() - recent.size(),
                recent.size() - permitted.size(),
                permitted.size() - fresh.size());
    }
}
