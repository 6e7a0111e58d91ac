package dev.verbatim.group;

import java.util.List;

/// Messages of before, by whether they may be added to what is kept.
///
/// @param fresh those that may
/// @param tooOld how many are older than the group has agreed to
/// @param optedOut how many are of people who have opted out
/// @param known how many are kept already
public record ImportPreview(List<ChatMessage> fresh, int tooOld, int optedOut, int known) {

    public ImportPreview {
        fresh = List.copyOf(fresh);
    }
}
