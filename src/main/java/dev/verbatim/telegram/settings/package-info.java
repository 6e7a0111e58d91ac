/// Shows and changes the settings of a chat: a message whose buttons change them.
///
/// Start at [SettingsHandler]. In a group, only admins may change anything, and whether its
/// messages are kept is one of the settings ([ArchiveConsentHandler]).
@NullMarked
package dev.verbatim.telegram.settings;

import org.jspecify.annotations.NullMarked;
