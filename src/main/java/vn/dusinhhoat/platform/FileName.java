package vn.dusinhhoat.platform;

/** The name of a file as people see it; never part of a path. */
public final class FileName {

    private FileName() {
    }

    /**
     * Only the last part of a path, only what can be shown, in NFC, with its ending however long it is.
     *
     * @param sent     as a browser gave it; anything
     * @param nameless what a file without a name is called
     * @param longest  in characters
     */
    public static String of(String sent, String nameless, int longest) {
        String name = OutsideText.shown(sent == null ? "" : sent).replaceAll("[\n\t]", "").replaceAll("^.*[/\\\\]", "")
                .replaceAll("[<>:\"|?*]", "_").strip();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot).strip();
        String ending = dot < 0 ? "" : name.substring(dot);
        if (ending.length() > longest / 2) {
            ending = "";
        }
        // Names that begin with a dot are hidden on many machines.
        String shown = stem.replaceAll("^\\.+", "");
        return OutsideText.cut(shown.isEmpty() ? nameless : shown, longest - ending.length()) + ending;
    }
}
