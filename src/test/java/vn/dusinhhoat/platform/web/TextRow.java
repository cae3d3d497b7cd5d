package vn.dusinhhoat.platform.web;

import java.util.function.Function;
import java.util.function.Supplier;
import vn.dusinhhoat.testing.RawHttp;

/**
 * How a text gets in.
 *
 * @param called what every refusal calls it
 * @param send   sends a JSON value in the place of the text
 * @param kept   the text that holds it afterwards; null when it is a code or secret, which this never is
 */
record TextRow(String called, Function<String, RawHttp.Answer> send, Supplier<String> kept) {
}
