/**
 * Word and Excel documents of the product: their layouts and how these are filled (ADR 0014). It knows no other context:
 * who asks for a document hands over everything that stands in it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Template")
package vn.dusinhhoat.template;
