### Error pages.

error-bad-request = This request cannot be read
error-bad-request-do = Go back to the page before, load it again and try once more. If you typed the address, check its spelling.
error-forbidden = This page is not for your account
error-forbidden-do = If you need it for your work, ask your unit's operator or the personnel office to give your account the role.
error-not-found = Page not found
error-not-found-do = Check the address: it may be mistyped, or there are no data yet for that month or person.
error-not-found-name = There is no "{ $name }".
error-internal = Sorry, something went wrong on our side
error-internal-do = Nothing was lost. Try again; if it still fails, give the code below to whoever runs Abdi.
error-unavailable = The data store does not answer now
error-unavailable-do = Punches stay safe in the terminals and are sent again. Try again in some minutes; if it stays like this, whoever runs Abdi should check the disk and the database.
error-reference = Code:
error-home = To the start page
error-form-foreign = This form is from a session that has ended. Open the page again and send it once more.
error-upload-too-large = There are too many files or they are too large, so the request was not sent. Go back and choose fewer files of 5 MB at most.
error-upload-no-room = Many files are being sent at once. Wait a minute and send it again.
error-no-such-month = There is no month "{ $text }". Write a month as 2026-10.
error-nothing-in-month = There is nothing for { $month } yet.
