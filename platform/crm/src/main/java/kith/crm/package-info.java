/** CRM packages and the engines they need. */
@NullMarked
package kith.crm;

import org.jspecify.annotations.NullMarked;
