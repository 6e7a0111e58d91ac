/// Archives what a group said, for as long as the group agreed.
///
/// The data that everything about groups speaks of is [ChatMessage]; the door to what is kept is
/// [MessageArchive], where nothing gets in without a [Consent], and what is deleted is overwritten.
/// [AuthorRecords] is what all archives have of one author. Long work on chats runs in a
/// [CpuShare]. What was said before the bot came is read from what Telegram's desktop app exports:
/// [DesktopExportReader]. What it was about is found in `group.threads` and `group.catchup`, which
/// are pure: messages in, a result out, and nothing remembered.
@NullMarked
package dev.verbatim.group;

import org.jspecify.annotations.NullMarked;
