"""The gate is tested too: barriers are planted, one at a time, into real pages on their way to the browser.

A barrier that no check finds says where the gate is blind. What is found counts only when the finding names the right
criterion and the right element, and when the page without the barrier has no such finding.
"""
