package org.openhersys.notification.catalogue;

import org.openhersys.api.problem.Text;

/**
 * 届出事項: an item of the form.
 *
 * @param pointer JSON pointer (RFC 6901) into the form; {@code *} stands for each entry of a list
 * @param number of the item on 別記様式6-1; null for what stands in its head or beside it
 * @param label what it is called
 * @param least of a number; null for anything else
 * @param most of a number, or what the form has room for: characters of a text, entries of a list;
 *     null where nothing bounds it
 * @param kept characters of a text, entries of a list that are held at most; null for anything else
 * @param or pointer of the item that may stand in its stead in the minimum set; null where none may
 * @param askedOf whom it concerns
 */
public record FormItem(
    String pointer,
    String number,
    Text label,
    Integer least,
    Integer most,
    Integer kept,
    String or,
    AskedOf askedOf) {}
