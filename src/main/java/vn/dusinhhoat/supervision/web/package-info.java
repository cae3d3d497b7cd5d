/** What the pages of Cockpit ask. */
package vn.dusinhhoat.supervision.web;
