package tadpole.planted.layer;

/** Planted: prints. */
public final class Chatting {

    public void say(String text) {
        System.out.println(text);
    }

    public void complain(Exception error) {
        error.printStackTrace();
    }
}
