/// Settings of a chat, as a message whose buttons change them.
///
/// Start at [SettingsDialogue]. In a group whether messages are kept is among them
/// ([ArchiveDialogue]), and only admins may change anything.
@NullMarked
package dev.verbatim.telegram.settings;

import org.jspecify.annotations.NullMarked;
