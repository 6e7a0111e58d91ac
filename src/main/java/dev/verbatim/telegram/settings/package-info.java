/// Settings of a chat, as a message whose buttons change them.
///
/// Start at [SettingsHandler]. In a group whether messages are kept is among them
/// ([ArchiveConsentHandler]), and only admins may change anything.
@NullMarked
package dev.verbatim.telegram.settings;

import org.jspecify.annotations.NullMarked;
