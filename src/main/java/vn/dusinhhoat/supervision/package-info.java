/** What is late and what falls due, over all cases: the board, badges on diagrams, the story of a limit, and what staff do about it. */
@org.springframework.modulith.ApplicationModule(displayName = "Supervision")
package vn.dusinhhoat.supervision;
