/// Archives the messages of groups that have agreed ([GroupMessageCollector]), and handles the
/// commands for the archive ([ArchiveCommands]): authors delete their messages, admins export the
/// archive and import older messages.
///
/// [PersonalDataHandler] shows, sends and deletes what is kept of one user, in all groups and in
/// the private chat.
///
/// The archive itself is in `group`; here are only its commands and replies.
@NullMarked
package dev.verbatim.telegram.archive;

import org.jspecify.annotations.NullMarked;
