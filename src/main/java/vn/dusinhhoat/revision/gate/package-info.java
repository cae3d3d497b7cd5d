/** The gate that every model passes before it is stored (ADR 0008): one small class for each kind of rule. */
package vn.dusinhhoat.revision.gate;
