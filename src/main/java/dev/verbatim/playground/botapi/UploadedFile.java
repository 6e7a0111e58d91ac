package dev.verbatim.playground.botapi;

/// A file that somebody sends.
public final class UploadedFile {

    private final String name;
    private final String type;
    private final byte[] content;

    /// A file with what is in it, which isn't copied: nobody changes it.
    ///
    /// @param type such as `text/markdown`
    public UploadedFile(String name, String type, byte[] content) {
        this.name = name;
        this.type = type;
        this.content = content;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public byte[] content() {
        return content;
    }
}
