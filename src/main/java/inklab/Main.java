package inklab;

/** Starts Inklab: the command line when there are arguments, else the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Inklab");
    }
}
