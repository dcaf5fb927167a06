"""Check digits: what tells a card, an account or a tax number from any other number of that length.

All functions take ASCII digits (`is_iban` letters too) without separators, and say False for any other length.
"""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

TCKN_LENGTH = 11
INN_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
IBAN_LENGTHS = range(15, 35)
VALUES = {
    ord(letter): str(value)
    for value, letters in enumerate(zip(ascii_uppercase, ascii_lowercase, strict=True), 10)
    for letter in letters
}
CARD_LENGTHS = range(13, 20)


def is_card(digits: str) -> bool:
    """Whether this may be the number of a payment card: 13 to 19 digits, an issuer that there is, and the Luhn sum.

    ISO/IEC 7812-1: every second digit from the right is doubled, and the digits of all add up to a multiple of 10. Cards of
    banks begin with 2 to 6, those of Troy with 9792.
    """
    if len(digits) not in CARD_LENGTHS or not (digits[0] in "23456" or digits.startswith("9792")):
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def is_iban(code: str) -> bool:
    """Whether this is an IBAN. ISO 13616-1: with its first four signs at the end and A = 10 ... Z = 35, it is 1 modulo 97."""
    if len(code) not in IBAN_LENGTHS:
        return False
    return int((code[4:] + code[:4]).translate(VALUES)) % 97 == 1


def is_tckn(digits: str) -> bool:
    """Whether this is a Turkish identity number: 11 digits, the first not 0.

    The tenth is (7 x the sum of digits 1, 3, 5, 7, 9, less the sum of digits 2, 4, 6, 8) modulo 10, the last the sum of the
    first ten modulo 10 (the rule of the Turkish population register).
    """
    if len(digits) != TCKN_LENGTH or digits[0] == "0":
        return False
    numbers = [int(digit) for digit in digits]
    tenth = (7 * sum(numbers[0:9:2]) - sum(numbers[1:8:2])) % 10
    return numbers[9] == tenth and numbers[10] == sum(numbers[:10]) % 10


def is_inn(digits: str) -> bool:
    """Whether this is a Russian ИНН, of a company (10 digits) or a person (12), by its one or two check digits.

    Each is the sum of the digits before it, weighted with the last of 3 7 2 4 10 3 5 9 4 6 8, modulo 11 modulo 10 (order of the
    Federal Tax Service on the form of the ИНН).
    """
    if len(digits) not in (10, 12) or len(set(digits)) == 1:
        return False
    numbers = [int(digit) for digit in digits]
    checks = (9,) if len(digits) == 10 else (10, 11)
    return all(sum(map(int.__mul__, INN_WEIGHTS[-place:], numbers)) % 11 % 10 == numbers[place] for place in checks)
