/** What each user sees of tasks and may do with them (ADR 0005); plugged into the engine in one place, {@code TaskScope}. */
package vn.dusinhhoat.platform.engine.scope;
